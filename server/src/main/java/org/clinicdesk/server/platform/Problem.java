package org.clinicdesk.server.platform;

import java.util.Map;
import java.util.UUID;

/// Everything a call can end with but an answer. None of them carries data of a patient.
public abstract sealed class Problem extends RuntimeException {

    Problem(String message) {
        super(message, null, false, false);
    }

    /// A rule of the feature forbids it: the person has to decide something else.
    public static final class Refusal extends Problem {
        private final transient Reason reason;
        private final transient Map<String, String> metadata;

        public Refusal(Reason reason) {
            this(reason, Map.of());
        }

        /// @param metadata what the text needs, such as the resource that is taken; never data of a patient
        public Refusal(Reason reason, Map<String, String> metadata) {
            super(reason.domain() + "/" + reason.name());
            this.reason = reason;
            this.metadata = Map.copyOf(metadata);
        }

        public Reason reason() {
            return reason;
        }

        public Map<String, String> metadata() {
            return metadata;
        }
    }

    /// A field of the request is wrong in a way that the field rules cannot tell.
    public static final class Invalid extends Problem {
        private final String field;
        private final String rule;

        /// @param field path in the request: "person.birth_date"
        /// @param rule what is wrong, in the form of a rule id: "date.future"
        public Invalid(String field, String rule) {
            super(field + ": " + rule);
            this.field = field;
            this.rule = rule;
        }

        public String field() {
            return field;
        }

        public String rule() {
            return rule;
        }
    }

    /// There is no such thing, or no longer.
    public static final class NotFound extends Problem {
        private final String type;
        private final String id;

        public NotFound(Class<?> type, UUID id) {
            this(type.getSimpleName(), id.toString());
        }

        public NotFound(String type, String id) {
            super(type + " " + id);
            this.type = type;
            this.id = id;
        }

        public String type() {
            return type;
        }

        public String id() {
            return id;
        }
    }

    /// Somebody else changed it since it was read.
    public static final class Stale extends Problem {
        public Stale(Class<?> type, UUID id) {
            super(type.getSimpleName() + " " + id);
        }
    }

    /// The server has too much to do, or somebody else held a lock too long: try again.
    public static final class Busy extends Problem {
        public Busy(String what) {
            super(what);
        }
    }

    /// The database cannot be reached, or went away in the middle. Whether a write was committed is open: it is not tried
    /// again here, but whoever repeats it with the same request id does it once.
    public static final class Away extends Problem {
        public Away(String what) {
            super(what);
        }
    }

    /// Nobody is signed in, or not any more.
    public static final class Unauthenticated extends Problem {
        private final String why;

        public Unauthenticated(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    /// The caller lacks the permission.
    public static final class Denied extends Problem {
        private final String permission;

        public Denied(String permission) {
            super(permission);
            this.permission = permission;
        }

        public String permission() {
            return permission;
        }
    }
}
