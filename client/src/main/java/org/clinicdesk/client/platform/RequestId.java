package org.clinicdesk.client.platform;

import java.util.UUID;

/// Names one intended write. Made when a form opens and kept until the write is answered, so that a double click or a
/// repeat after a lost answer does nothing twice: the server gives the first answer again. After an answer, take a fresh
/// one for the next write.
public record RequestId(String value) {

    static final ScopedValue<RequestId> CURRENT = ScopedValue.newInstance();

    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID().toString());
    }
}
