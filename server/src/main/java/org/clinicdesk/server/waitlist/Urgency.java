package org.clinicdesk.server.waitlist;

/// How soon somebody is to come; FHIR request priority. The later ones go first.
enum Urgency {
    ROUTINE,
    URGENT,
    ASAP
}
