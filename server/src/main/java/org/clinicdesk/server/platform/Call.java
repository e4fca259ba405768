package org.clinicdesk.server.platform;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The call being answered: what the audit trail says of it, and in which language paper is printed.
/// It is bound to the thread for as long as the work lasts.
public final class Call {

    static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

    private final String method;
    private final @Nullable Caller caller;
    private final @Nullable UUID requestId;
    private final Locale locale;
    private @Nullable UUID patientId;
    private @Nullable UUID staffId;
    private @Nullable String staffName;
    private @Nullable String workstation;
    private @Nullable Watched object;
    private Db.SqlWork remainder = _ -> {};

    Call(String method, @Nullable Caller caller, @Nullable UUID requestId, Locale locale) {
        this.method = method;
        this.caller = caller;
        this.requestId = requestId;
        this.locale = locale;
        if (caller != null) {
            signsIn(caller.staffId(), caller.name());
            from(caller.workstation());
        }
    }

    /// Does work that nobody signed in asked for, such as a command of the operator; the trail shows `name`.
    public static void system(String name, Runnable work) {
        ScopedValue.where(CURRENT, new Call(name, null, null, Locale.ENGLISH)).run(work);
    }

    /// The call of this thread.
    public static Call current() {
        return CURRENT.get();
    }

    /// Who calls. Only a public method has nobody.
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("Nobody is signed in for " + method);
        }
        return caller;
    }

    public Optional<Caller> signedIn() {
        return Optional.ofNullable(caller);
    }

    /// The language the desk speaks.
    public Locale locale() {
        return locale;
    }

    /// Notes whom the call is about, for the audit trail.
    public void concerns(UUID patient) {
        patientId = patient;
    }

    /// Notes what a call was about that may be refused, for the audit trail.
    public void concerns(Watched entity) {
        object = entity;
    }

    /// Notes who signed in by this call, for the audit trail.
    public void signsIn(UUID staff, String name) {
        staffId = staff;
        staffName = name;
    }

    /// Notes at which desk the call was made, for the audit trail.
    public void from(String desk) {
        workstation = desk;
    }

    /// What stays when the call is refused, such as a wrong password counted: done together with the audit row of the
    /// refusal. Only for a method whose refusals are audited.
    public void evenIfRefused(Db.SqlWork work) {
        remainder = work;
    }

    String method() {
        return method;
    }

    @Nullable UUID requestId() {
        return requestId;
    }

    @Nullable UUID patientId() {
        return patientId;
    }

    @Nullable UUID staffId() {
        return staffId;
    }

    @Nullable String staffName() {
        return staffName;
    }

    @Nullable String workstation() {
        return workstation;
    }

    Optional<Watched> object() {
        return Optional.ofNullable(object);
    }

    Db.SqlWork remainder() {
        return remainder;
    }
}
