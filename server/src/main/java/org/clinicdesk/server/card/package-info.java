/// Codes on cards and prescriptions: scanned at any desk, worthless to anybody else.
///
/// A code is opaque and signed ([Codes][org.clinicdesk.server.card.Codes]); what it stands for is a row
/// ([IssuedCode][org.clinicdesk.server.card.IssuedCode]) that can be revoked. A person has one valid card: a lost one is
/// issued anew, which revokes the old, and each is counted. Whoever scans a forged, a mistyped or an unknown code learns
/// the same: that it is unknown.
///
/// Prescriptions lie above this feature and have their codes issued here, so that one scan finds both.
@NullMarked
package org.clinicdesk.server.card;

import org.jspecify.annotations.NullMarked;
