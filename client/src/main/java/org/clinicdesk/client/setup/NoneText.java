package org.clinicdesk.client.setup;

/// A number of which 0 means none, where nothing typed means something else. It is held as the contract has it: -1 is none.
final class NoneText {

    private static final String NONE = "-1";

    private NoneText() {}

    static String held(String typed) {
        var clean = typed.strip();
        if (clean.matches("0+")) {
            return NONE;
        }
        // Nobody types how it is held.
        return clean.startsWith("-") ? "?" : clean;
    }

    static String shown(String held) {
        return held.equals(NONE) ? "0" : held;
    }
}
