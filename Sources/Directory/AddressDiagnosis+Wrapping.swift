/// What stands around the address, or hidden in it.
extension AddressDiagnosis {
    var severalAddresses: EmailAddress.Malformed? {
        guard scalars.count(where: { $0 == "@" }) > 1 else { return nil }
        let pieces =
            scalars.contains("<")
            ? bracketed
            : scalars.split { $0.isBlank || $0 == "," || $0 == ";" }
        guard pieces.count > 1 else { return nil }
        var addresses: [String] = []
        for piece in pieces {
            guard let address = try? EmailAddress(text(piece), repairsSoFar: Self.mostRepairs)
            else { return nil }
            if !addresses.contains(address.text) { addresses.append(address.text) }
        }
        return .init(.severalAddresses, repairs: Array(addresses.prefix(Self.mostChoices)))
    }

    /// What stands between each < and the next >.
    private var bracketed: [ArraySlice<Unicode.Scalar>] {
        scalars.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap {
            piece in piece.firstIndex(of: ">").map { piece[..<$0] }
        }
    }

    var angleBrackets: EmailAddress.Malformed? {
        let inside = bracketed
        guard inside.count == 1, inside[0].contains("@") else { return nil }
        return malformed(.angleBrackets, repairedBy: [Array(inside[0])])
    }

    var mailto: EmailAddress.Malformed? {
        let scheme = "mailto:"
        guard text(scalars.prefix(scheme.count)).lowercased() == scheme else { return nil }
        let address = scalars.dropFirst(scheme.count)
        let parameters = (address.firstIndex(of: "@") ?? address.startIndex)
        let end = address[parameters...].firstIndex(of: "?") ?? address.endIndex
        return malformed(.mailto, repairedBy: [Array(address[..<end])])
    }

    var invisibleCharacter: EmailAddress.Malformed? {
        // Joiners have a place in some domains; IDNA judges them there.
        let domain = domainScalars
        let isHidden = { (index: Int) -> Bool in
            let scalar = scalars[index]
            return scalar.isInvisible && !scalar.isBlank
                && !(scalar.isJoiner && domain.indices.contains(index))
        }
        guard scalars.indices.contains(where: isHidden) else { return nil }
        let visible = scalars.indices.filter { !isHidden($0) }.map { scalars[$0] }
        return malformed(.characterInvisible, repairedBy: [visible])
    }
}
