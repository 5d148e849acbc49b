// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A library of the system: a module map, found by pkg-config where the library has a file for it.
func system(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A target of ours. What it may import stands in docs/architecture.md, and a test compares the two.
func house(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func suite(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
    -> Target
{
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "rollbook",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "rollbook", targets: ["RollbookCommand"]),
        .library(name: "Sheets", targets: ["Sheets"]),
    ],
    dependencies: [
        // No traits: with two, SwiftPM orders their flags anew in each process and builds the package again.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Level 0: C libraries
        system("CIsal", pkgConfig: "libisal", apt: "libisal-dev"),
        system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
        system("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
        system("CIDN2", pkgConfig: "libidn2", apt: "libidn2-dev"),
        system("CUnistring", apt: "libunistring-dev"),
        system("CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
        system("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
        system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
        system("CPQ", pkgConfig: "libpq", apt: "libpq-dev"),
        .target(name: "CScan", path: "Sources/C/CScan"),
        .systemLibrary(name: "CMalloc", path: "Sources/C/CMalloc"),

        // Level 1
        house("Sheets", ["CIsal", "CDeflate", "CXLSXWriter", "CScan"]),
        house("Markup", []),
        // Level 2, 3
        house("Directory", ["CIDN2", "CUnistring"]),
        house("Imports", ["Sheets", "Directory"]),
        // Level 4, 5
        house("Store", ["Directory", "Imports"]),
        house("StoreSQLite", ["CSQLite", "Store", "Directory"]),
        house("StorePostgres", ["Store", "Directory", "CPQ", nioPosix]),
        house("Mail", ["Directory", "Markup", "COpenSSL"]),
        // Level 6
        house(
            "Desk",
            [
                "Directory", "Imports", "Sheets", "Store", "Mail", "Markup", "COpenSSL", "CArgon2",
                nioPosix, logging, lifecycle,
            ]),
        // Level 7, 8
        house(
            "Gate",
            [
                "Directory", "Desk", hummingbird, hummingbirdCore, httpTypes, nioCore, nioPosix,
                nioHTTP1, logging,
            ]),
        house(
            "API",
            ["Directory", "Imports", "Mail", "Desk", "Gate", hummingbird, httpTypes]),
        house(
            "Pages",
            [
                "Markup", "Directory", "Imports", "Mail", "Desk", "Gate", hummingbird, httpTypes,
                nioCore,
            ],
            resources: [.copy("Assets")]),
        // Level 9
        .executableTarget(
            name: "RollbookCommand",
            dependencies: [
                "CMalloc", "Sheets", "Directory", "Imports", "StoreSQLite", "Mail", "Desk", "Gate",
                "API", "Pages",
                hummingbird, argumentParser, logging, lifecycle, signals,
            ],
            swiftSettings: strict),

        // What `bin/bench read` times; no part of rollbook.
        .executableTarget(
            name: "ReadingBench", dependencies: ["Sheets", "CIsal", "CDeflate"],
            path: "bench/ReadingBench", swiftSettings: strict),

        suite("SheetsTests", ["Sheets", "CScan", "CDeflate"], resources: [.copy("Samples")]),
        suite("MarkupTests", ["Markup"]),
        suite("DirectoryTests", ["Directory"]),
        suite("MailTests", ["Mail", "Directory", "Markup"]),
        suite(
            "ImportsTests", ["Imports", "Sheets", "Directory"],
            resources: [.copy("Vectors")]),
        // What the suites of Store and Desk run on.
        .target(
            name: "TestDatabases",
            dependencies: ["Store", "StoreSQLite", "StorePostgres", "Directory"],
            path: "Tests/TestDatabases", swiftSettings: strict),
        suite(
            "StoreTests",
            ["TestDatabases", "Store", "StoreSQLite", "StorePostgres", "Directory", "Imports"]),
        suite(
            "DeskTests",
            ["TestDatabases", "Desk", "Mail", "Store", "Directory", "Imports", "Sheets", logging],
            resources: [.copy("Samples")]),
        suite(
            "GateTests",
            [
                "Gate", "API", "Pages", "Markup", "Desk", "Store", "StoreSQLite", "Directory",
                "Imports", "Sheets", hummingbird, httpTypes, nioCore, nioPosix, logging, lifecycle,
            ]),
        suite("HouseTests", ["RollbookCommand", "Mail", "Directory", "Desk", "Gate", "Sheets"]),
    ]
)
