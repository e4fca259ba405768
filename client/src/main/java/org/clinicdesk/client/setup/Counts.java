package org.clinicdesk.client.setup;

/// Numbers of which nothing typed means what the clinic has set. The contract holds that as 0, so a 0 that is typed is told
/// apart from it.
final class Counts {

    private static final String NONE = "-1";
    private static final String WRONG = "?";

    private Counts() {}

    /// Of a number that cannot be 0.
    static String some(String typed) {
        return typed.strip().matches("[-0].*") ? WRONG : typed.strip();
    }

    /// Of a number of which 0 is none, held as -1.
    static String orNone(String typed) {
        var clean = typed.strip();
        return clean.matches("0+") ? NONE : clean.startsWith("-") ? WRONG : clean;
    }

    static String shown(String held) {
        return held.equals(NONE) ? "0" : held;
    }
}
