import Testing

/// `--column` of `check` and `import`.
@Suite struct NamedColumnsTests {
    private static let staff =
        "Rufname;Kontakt;Rang\nAna;ana@example.com;User\nBen;ben@example.com;\n"

    @Test func aFileWithOtherHeadingsIsRefusedWithItsColumnsAndHowToNameThem() throws {
        try withStaff { file, data in
            let check = try rollbook("check", file, data: nil)
            let add = try rollbook("import", file, "--account", "Acme", data: data)

            #expect(check.status == 2 && add.status == 2)
            #expect(
                check.complaint.contains(
                    "Row 1 has FIRST NAME (“Rufname”), “Kontakt”, “Rang”."))
            #expect(check.complaint.contains("--column EMAIL=Contact or --column EMAIL=B."))
            #expect(add.complaint == check.complaint)
        }
    }

    @Test func columnsAreNamedByHeadingInAnyLetterCaseOrByLetters() throws {
        try withStaff { file, _ in
            let check = try rollbook(
                "check", file, "--column", "email=KONTAKT", "--column", "First name=a",
                "--format", "json", data: nil)

            #expect(check.status == 0)
            #expect(check.objects.first?["first_name"] as? String == "Ana")
            #expect(check.objects.first?["email"] as? String == "ana@example.com")
            #expect(check.objects.first?["line"] as? Int == 2)
            #expect(check.objects.last?["rows"] as? Int == 2)
        }
    }

    @Test func anImportAddsTheUsersOfTheNamedColumns() throws {
        try withStaff { file, data in
            let columns = ["--column", "FIRST NAME=Rufname", "--column", "EMAIL=Kontakt"]
            let add = try rollbook(
                ["import", file, "--account", "Acme"] + columns, data: data)
            let users = try rollbook(
                "user", "list", "--account", "Acme", "--format", "json", data: data)

            #expect(add.output == "Added 2 users to Acme.\n")
            #expect(users.objects.compactMap { $0["first_name"] as? String } == ["Ana", "Ben"])
        }
    }

    @Test func addressesWithoutAHeadingAreUsersFromTheFirstRowOn() throws {
        try withStaff("1,ana@example.com\n2,ben@example.com\n") { file, _ in
            let check = try rollbook(
                "check", file, "--column", "EMAIL=B", "--column", "NAME=A", "--format", "json",
                data: nil)

            #expect(check.objects.last?["rows"] as? Int == 2)
            #expect(check.objects.first?["line"] as? Int == 1)
        }
    }

    @Test(arguments: [
        (
            ["EMAIL=Mail"],
            "There is no single column “Mail”. The sheet has A (“Rufname”), B (“Kontakt”), C (“Rang”)."
        ),
        (["NAME=A"], "Choose which column holds EMAIL."),
        (["EMAIL=B", "NAME=Kontakt"], "A column can hold only one field."),
        (["EMAIL=B", "email=A"], "Only one column can hold EMAIL."),
        (["PHONE=B"], "“PHONE=B” doesn't name a field's column."),
        (["EMAIL"], "“EMAIL” doesn't name a field's column."),
    ])
    func whatDoesNotFitIsRefused(_ columns: [String], _ complaint: String) throws {
        try withStaff { file, _ in
            let options = columns.flatMap { ["--column", $0] }
            let check = try rollbook(["check", file] + options, data: nil)

            #expect(check.status == 2)
            #expect(check.complaint.contains(complaint))
        }
    }

    @Test func twoColumnsOfOneHeadingAreToldApartByTheirLetters() throws {
        try withStaff("Email,E-Mail,Email\na@x.example,b@x.example,c@x.example\n") { file, _ in
            let unclear = try rollbook("check", file, "--column", "EMAIL=Email", data: nil)
            let second = try rollbook(
                "check", file, "--column", "EMAIL=E-Mail", "--format", "json", data: nil)
            let third = try rollbook(
                "check", file, "--column", "EMAIL=C", "--format", "json", data: nil)

            #expect(unclear.status == 2)
            #expect(unclear.complaint.contains("A (“Email”), B (“E-Mail”), C (“Email”)"))
            #expect(second.objects.first?["email"] as? String == "b@x.example")
            #expect(third.objects.first?["email"] as? String == "c@x.example")
        }
    }

    private func withStaff(
        _ text: String = Self.staff, _ body: (_ file: String, _ data: String) throws -> Void
    ) throws {
        try withDirectory { data in
            _ = try rollbook("account", "add", "Acme", data: data)
            try body(write(text, to: "staff.csv", in: data), data)
        }
    }
}
