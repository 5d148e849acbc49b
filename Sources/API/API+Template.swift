import Gate
import HTTPTypes
import Hummingbird
import Imports

extension API {
    static func addTemplate(to door: Door) {
        door.session(.get, "/template.xlsx") { _ in
            let bytes = try Template.workbook()
            return Response(
                status: .ok,
                headers: [
                    .contentType:
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    .contentDisposition: "attachment; filename=\"\(Template.fileName)\"",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }

        door.open(.get, "/healthz") { _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
        }
    }
}
