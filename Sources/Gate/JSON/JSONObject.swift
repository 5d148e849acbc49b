import Directory

/// An object of a request's JSON. Each key is taken once; what is left over is refused.
package struct JSONObject {
    private var members: [String: JSON]

    /// - Throws: `Refusal` with `malformedRequest` if it is no object, `unknownKey`, and what `read` throws.
    package static func reading<Value>(
        _ json: JSON, _ read: (inout JSONObject) throws -> Value
    ) throws -> Value {
        guard case .object(let members) = json else {
            throw Refusal.malformed("A JSON object is expected here.")
        }
        var object = JSONObject(members: members)
        let value = try read(&object)
        if let key = object.members.keys.min() { throw Refusal.unknownKey(key) }
        return value
    }

    /// nil if the key is missing or null.
    package mutating func optionalText(_ key: String) throws -> String? {
        switch members.removeValue(forKey: key) {
        case nil, .null: nil
        case .text(let text) where !text.utf8.contains(0): text
        default: throw Refusal.wrongValue(key, "a text")
        }
    }

    package mutating func text(_ key: String) throws -> String {
        guard let text = try optionalText(key) else { throw Refusal.wrongValue(key, "a text") }
        return text
    }

    package mutating func optionalInteger(_ key: String) throws -> Int? {
        switch members.removeValue(forKey: key) {
        case nil, .null: nil
        case .integer(let number): number
        default: throw Refusal.wrongValue(key, "a whole number")
        }
    }

    package mutating func integer(_ key: String) throws -> Int {
        guard let number = try optionalInteger(key) else {
            throw Refusal.wrongValue(key, "a whole number")
        }
        return number
    }

    /// An empty list if the key is missing.
    package mutating func list<Value>(
        _ key: String, _ read: (JSON) throws -> Value
    ) throws -> [Value] {
        switch members.removeValue(forKey: key) {
        case nil, .null: []
        case .array(let elements): try elements.map(read)
        default: throw Refusal.wrongValue(key, "a list")
        }
    }

    /// nil if the key is missing or null.
    package mutating func optionalObject<Value>(
        _ key: String, _ read: (inout JSONObject) throws -> Value
    ) throws -> Value? {
        switch members[key] {
        case nil: return nil
        case .null?:
            members.removeValue(forKey: key)
            return nil
        default: return try object(key, read)
        }
    }

    package mutating func object<Value>(
        _ key: String, _ read: (inout JSONObject) throws -> Value
    ) throws -> Value {
        guard case .object? = members[key], let member = members.removeValue(forKey: key) else {
            throw Refusal.wrongValue(key, "an object")
        }
        return try Self.reading(member, read)
    }
}
