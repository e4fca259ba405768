package org.clinicdesk.server.patient;

import jakarta.persistence.Embeddable;

/// A person's name as it is written where he comes from.
///
/// @param family empty for somebody with one name
/// @param familyFirst the family name is written first, as in Viet Nam
@Embeddable
public record PersonName(String family, String given, boolean familyFirst) {

    /// "Nguyễn Thị Ánh", "Lucía Fernández".
    public String full() {
        return (familyFirst ? family + " " + given : given + " " + family).strip();
    }
}
