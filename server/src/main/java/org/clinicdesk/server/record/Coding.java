package org.clinicdesk.server.record;

import jakarta.persistence.Embeddable;

/// A word of a code system, such as LOINC 29463-7 "Body weight". What is not coded has its display alone.
@Embeddable
public record Coding(String system, String code, String display) {

    public static final String LOINC = "http://loinc.org";
}
