package org.clinicdesk.server.paper;

import java.lang.Character.UnicodeScript;

/// No bundled font can draw a character. Says which script it is of, never which text it stands in.
public final class MissingGlyphs extends RuntimeException {
    private final UnicodeScript script;

    MissingGlyphs(UnicodeScript script) {
        super("No font for a character of script " + script);
        this.script = script;
    }

    public UnicodeScript script() {
        return script;
    }
}
