// swift-tools-version:6.2
// Fuzz targets, in a package of their own: they have no main, so a plain build of the product must not see them.
// The sources are links to the product's. Run one with bin/fuzz NAME --seconds N.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A fuzz target: libFuzzer brings the main.
func fuzz(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies,
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .systemLibrary(name: "CUnistring", providers: [.apt(["libunistring-dev"])]),
        .target(
            name: "Directory", dependencies: ["CIDN2", "CUnistring"], swiftSettings: strict),
        fuzz("address", ["Directory"]),

        .systemLibrary(
            name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(name: "Markup", swiftSettings: strict),
        .target(
            name: "Mail", dependencies: ["Directory", "Markup", "COpenSSL"], swiftSettings: strict),
        fuzz("reply", ["Mail"]),
        fuzz("letter", ["Mail", "Directory"]),

        .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CScan"),
        .target(
            name: "Sheets", dependencies: ["CIsal", "CDeflate", "CXLSXWriter", "CScan"],
            swiftSettings: strict),
        fuzz("xlsx", ["Sheets", "CDeflate"]),
        fuzz("csv", ["Sheets"]),
        fuzz("zip", ["Sheets", "CDeflate"]),
        fuzz("xml", ["Sheets", "CDeflate"]),
        fuzz("ods", ["Sheets", "CDeflate"]),
        fuzz("read", ["Sheets", "CDeflate"]),
    ]
)
