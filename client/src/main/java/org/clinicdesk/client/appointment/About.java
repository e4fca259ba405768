package org.clinicdesk.client.appointment;

import java.util.List;

/// What the board knows of a visit beside the visit itself.
///
/// @param colour of its kind, "#2E7D32"; empty for none
/// @param preparation what the person is told to do before
/// @param equipment that is kept for it, by name
/// @param doctor where the board tells the room and not the doctor; else empty
record About(String colour, String preparation, List<String> equipment, String doctor) {

    static final About NOTHING = new About("", "", List.of(), "");
}
