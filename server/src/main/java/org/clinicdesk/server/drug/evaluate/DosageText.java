package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Dosing;

import java.util.Optional;

/// Reads how a medicine is taken as another system wrote it: "1 tablet twice daily", "500 mg, 3 in 1 d".
///
/// A dose that is added up must not be a guess: what says two doses, two frequencies or a word too much is not read at
/// all.
public final class DosageText {
    private DosageText() {}

    /// Empty when not all of it is understood, or when it does not say how much how often.
    public static Optional<Dosing> read(String text) {
        MedicineDraft draft = new MedicineDraft();
        Cursor cursor = new Cursor(text);
        while (!cursor.atEnd()) {
            if (!DosePhrases.take(cursor, draft)) {
                return Optional.empty();
            }
        }
        Dosing dosing = draft.use(null).dosing();
        boolean plain = draft.saysOneDose() && draft.unread().isEmpty();
        return plain && !dosing.amounts().isEmpty() ? Optional.of(dosing) : Optional.empty();
    }
}
