package org.clinicdesk.server.session;

import org.clinicdesk.server.platform.Caller;
import org.clinicdesk.server.platform.Callers;
import org.clinicdesk.server.platform.Changes;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.staff.Staff;
import org.clinicdesk.server.staff.StaffFeature;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Open sessions, and who calls with them.
public final class Sessions implements Callers {

    /// Only as long as news of a change on another server could be lost.
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Db db;
    private final Clock clock;
    private final Staff staff;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    /// Raised by every change: what was looked up before is not remembered after.
    private final AtomicLong generation = new AtomicLong();

    private final List<Consumer<UUID>> listeners = new ArrayList<>();

    private record Remembered(Caller caller, Instant until) {}

    Sessions(Db db, Clock clock, Changes changes, Staff staff) {
        this.db = db;
        this.clock = clock;
        this.staff = staff;
        changes.watch(Set.of(StaffFeature.ACCOUNTS), _ -> forget());
    }

    private void forget() {
        generation.incrementAndGet();
        remembered.clear();
    }

    @Override
    public Optional<Caller> find(String token) {
        var hash = Tokens.hash(token);
        var now = clock.instant();
        var known = remembered.get(hash);
        if (known != null && now.isBefore(known.until)) {
            return Optional.of(known.caller);
        }
        var before = generation.get();
        var caller = db.read(() -> lookUp(hash, now));
        caller.ifPresent(found -> {
            remembered.put(hash, new Remembered(found, now.plus(REMEMBERED)));
            if (generation.get() != before) {
                remembered.remove(hash);
            }
        });
        return caller;
    }

    @Override
    public boolean open(Caller caller) {
        return db.read(() -> {
            // A restore may have taken either away.
            var member = db.session().find(StaffMember.class, caller.staffId());
            var session = db.session().find(DeskSession.class, caller.sessionId());
            return member != null && session != null && session.valid(clock.instant(), member);
        });
    }

    @Override
    public Set<UUID> open() {
        return Set.copyOf(
                db.read(() ->
                        db.session()
                                .createQuery(
                                        """
                                        select s.id from DeskSession s join StaffMember m on m.id = s.staffId
                                        where s.endedAt is null and s.expiresAt > :now
                                          and s.epoch = m.sessionEpoch and m.active\
                                        """,
                                        UUID.class)
                                .setParameter("now", clock.instant())
                                .list()));
    }

    private Optional<Caller> lookUp(String hash, Instant now) {
        return byHash(hash)
                .flatMap(session -> {
                    var member = db.get(StaffMember.class, session.staffId());
                    if (!session.valid(now, member)) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            new Caller(
                                    member.id(),
                                    session.id(),
                                    member.name(),
                                    session.workstation(),
                                    staff.permissions(member.roles()),
                                    member.mustChangePassword()));
                });
    }

    private Optional<DeskSession> byHash(String hash) {
        return db.session()
                .createQuery("from DeskSession where tokenHash = :hash", DeskSession.class)
                .setParameter("hash", hash)
                .uniqueResultOptional();
    }

    void open(DeskSession session) {
        db.session().persist(session);
    }

    /// Tells of every session that its person ends, inside its transaction. To be called while the features are put
    /// together.
    void onEnd(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    void end(Caller caller) {
        get(caller).end(clock.instant());
        listeners.forEach(listener -> listener.accept(caller.sessionId()));
    }

    DeskSession get(Caller caller) {
        return db.get(DeskSession.class, caller.sessionId());
    }

    /// How many sessions of a person are open.
    int countOpen(StaffMember member) {
        return db.session()
                .createQuery(
                        """
                        select count(*) from DeskSession
                        where staffId = :staff and endedAt is null and expiresAt > :now and epoch = :epoch\
                        """,
                        Long.class)
                .setParameter("staff", member.id())
                .setParameter("now", clock.instant())
                .setParameter("epoch", member.sessionEpoch())
                .getSingleResult()
                .intValue();
    }
}
