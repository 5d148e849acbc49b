import Directory
import Sheets

/// The words of the spreadsheet template: headings, the roles to choose from, instructions.
package enum Template {
    package static let fileName = "Import Users template.xlsx"
    package static let sheet = "Users"
    package static let headings = Field.allCases.map(\.heading)
    /// The drop-down lists, by column.
    package static let choices = [Field.role.rawValue: Role.allCases.map(\.title)]
    package static let instructions = [
        "How to fill in this spreadsheet",
        "Enter one user in each row of the sheet \(sheet), below the headings.",
        "FIRST NAME, LAST NAME, NAME: one of the three is enough. NAME is shown if it is filled in, "
            + "otherwise the first and the last name.",
        "EMAIL: required. Every user signs in with one, so each address may stand here only once.",
        "ROLE: User or Account Admin. A blank means User.",
        "Other columns are ignored. The order of the columns does not matter.",
        "Save the file and upload it in Import Users. You will see every row before anybody is added.",
    ]

    /// The bytes of the .xlsx file.
    package static func workbook() throws -> [UInt8] {
        try TemplateWriter.template(
            sheet: sheet, headings: headings, choices: choices, instructions: instructions)
    }
}
