import Directory
import Foundation
import Markup
import NIOCore
import Testing

@testable import Pages

/// The pages as functions from values to markup.
@Suite struct PagesTests {
    static let hostile = [
        "Anna Aalto",
        "<script>alert(1)</script>",
        "\" onfocus=alert(1) autofocus x=\"",
        "' onfocus='alert(1)",
        "</title></script></noscript><img src=x onerror=alert(1)>",
        "<!--<script>",
        "javascript:alert(1)",
        "{{7*7}} ${7*7} %s",
        "Ana \u{202E}gnp.exe \u{2067}أحمد\u{2069}\u{2069}",
        "=HYPERLINK(\"http://example.org\")",
        String(repeating: "W", count: 10_000),
    ]

    @Test(arguments: hostile)
    func whatPeopleWroteMakesNoMarkup(_ words: String) {
        let plain = EveryPage(words: "plain").all

        for (name, page) in EveryPage(words: words).all {
            #expect(page.skeleton == plain[name]?.skeleton, "\(name)")
        }
    }

    @Test func nothingIsInlineAndNothingComesFromElsewhere() {
        for (name, page) in EveryPage(words: "plain").all {
            for tag in page.skeleton {
                #expect(tag.firstMatch(of: /(?i)\s(on[a-z]+|style)=/) == nil, "\(name): \(tag)")
                #expect(!tag.hasPrefix("<style"), "\(name)")
                #expect(!tag.hasPrefix("<script>"), "\(name)")
            }
            for script in page.text.matches(of: /<script ([^>]*)>/) {
                let what = script.output.1
                #expect(
                    what.contains("src=\"/assets/") || what.contains("type=\"application/json\""))
            }
            for match in page.text.matches(of: /\s(?:src|href|action|formaction)="([^"]*)"/) {
                let address = match.output.1
                #expect(
                    address.hasPrefix("#") || address.hasPrefix("/") && !address.hasPrefix("//"),
                    "\(name): \(address)")
            }
        }
    }

    @Test func everyAssetThatAPageNamesIsThere() throws {
        let assets = try Assets.ofThePackage()
        let sprite = try #require(assets.files["img/icons.svg"])
        let pictures = String(decoding: sprite.bytes.readableBytesView, as: UTF8.self)

        for (name, page) in EveryPage(words: "plain").all {
            for match in page.text.matches(of: /"\/assets\/abc\/([^"#]*)#?([^"]*)"/) {
                #expect(assets.files[String(match.output.1)] != nil, "\(name): \(match.output.1)")
                if !match.output.2.isEmpty {
                    #expect(pictures.contains("id=\"\(match.output.2)\""), "\(match.output.2)")
                }
            }
        }
        for icon in Icon.allCases { #expect(pictures.contains("id=\"\(icon.rawValue)\"")) }
    }

    @Test func scriptsAndStylesFindEachOther() throws {
        let assets = try Assets.ofThePackage()

        for (path, asset) in assets.files where path.hasSuffix(".js") {
            let text = String(decoding: asset.bytes.readableBytesView, as: UTF8.self)
            let folder = path.split(separator: "/").dropLast().map(String.init)
            for match in text.matches(of: /(?:from|import)[ (]*'(\.[^']*)'/) {
                var parts = folder
                for part in match.output.1.split(separator: "/") where part != "." {
                    if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
                }
                #expect(
                    assets.files[parts.joined(separator: "/")] != nil, "\(path): \(match.output.1)")
            }
        }
    }

    @Test func aPageNamesAtOnceAllModulesThatItNeeds() throws {
        let modules = try Assets.ofThePackage().modules

        let preview = modules.needed(by: "js/preview.js")
        #expect(preview.contains("js/grid/pages.js") && preview.contains("js/text.js"))
        #expect(!preview.contains("js/preview.js") && !preview.contains("js/panel.js"))
        // The panel comes when somebody reaches for it.
        #expect(!modules.needed(by: "js/users.js").contains("js/panel.js"))
        let page = Document(title: "Preview", script: "preview", body: "")
            .html(Look(assets: "/assets/abc", modules: modules)).text
        for module in preview {
            #expect(page.contains("<link rel=\"modulepreload\" href=\"/assets/abc/\(module)\">"))
        }
    }

    @Test func everyPageSaysWhereItIs() {
        for (name, page) in EveryPage(words: "Acme").all {
            #expect(page.text.hasPrefix("<!doctype html>\n<html lang=\"en\" data-theme=\"dark\">"))
            #expect(page.text.matches(of: /<title>[^<]+ – Rollbook<\/title>/).count == 1, "\(name)")
            #expect(page.text.matches(of: /<h1[ >]/).count == 1, "\(name)")
            #expect(page.text.matches(of: /<main[ >]/).count == 1, "\(name)")
        }
    }

    @Test func anIdStandsOnAPageOnce() {
        for (name, page) in EveryPage(words: "Acme").all {
            let ids = page.text.matches(of: /\sid="([^"]*)"/).map(\.output.1)

            #expect(Set(ids).count == ids.count, "\(name): \(ids)")
        }
    }

    @Test func aFormSaysWhatIsWrongInTheTitleAndAtTheField() {
        let page = EveryPage(words: "nobody").all["sign-in refused"]!.text

        #expect(page.contains("<title>Error: Sign in"))
        #expect(page.contains("role=\"alert\""))
    }

    @Test func usersOfTheImportAreMarkedAsNew() {
        let page = EveryPage(words: "Ana").all["users"]!.text

        #expect(page.contains("98 users were added from <bdi>Ana</bdi>."))
        #expect(page.contains("<span class=\"new\">New</span>"))
        #expect(page.contains("12,480 users"))
    }
}

extension HTML {
    /// The tags without the values of their attributes: escaped text has no brackets and no quotes.
    var skeleton: [String] {
        var tags: [String] = []
        var tag: [UInt8] = []
        var isQuoted = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<") where tag.isEmpty: tag.append(byte)
            case _ where tag.isEmpty: continue
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: continue
            case UInt8(ascii: ">"):
                tags.append(String(decoding: tag + [byte], as: UTF8.self))
                tag = []
            default: tag.append(byte)
            }
        }
        return tags
    }
}
