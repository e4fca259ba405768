package org.clinicdesk.server;

import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.SqlStates;
import org.clinicdesk.server.site.Clinic;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.site.Site;
import org.clinicdesk.server.staff.StaffMember;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a new clinic starts with: its row, a site, a usual kind of visit and one administrator.
public final class Setup {

    /// The account of the first administrator.
    public static final String ADMINISTRATOR = "admin";

    private final Server.Clinic clinic;

    public Setup(Server.Clinic clinic) {
        this.clinic = clinic;
    }

    /// Sets the clinic up if that has not been done. The one-time password of the administrator, the first time only.
    public Optional<String> firstStart(String name, ZoneId zone) {
        var password = new String[1];
        try {
            Call.system(
                    "setup",
                    () ->
                            clinic.platform()
                                    .db()
                                    .write(() -> {
                                        if (!exists()) {
                                            password[0] = make(name, zone);
                                        }
                                        return null;
                                    }));
        } catch (RuntimeException e) {
            // Another server did it at the same moment.
            if (!SqlStates.taken(e, "clinic")) {
                throw e;
            }
        }
        return Optional.ofNullable(password[0]);
    }

    private boolean exists() {
        return clinic.platform().db().session().find(Clinic.class, (short) 1) != null;
    }

    private String make(String name, ZoneId zone) {
        var clock = clinic.platform().clock();
        var sites = clinic.features().site.sites();
        var staff = clinic.features().staff;
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        sites.add(new Clinic(name, zone, key));
        // Before all else: whoever comes second waits here until the first is done.
        clinic.platform().db().session().flush();
        sites.add(new Site(Ids.next(clock), name, ""));
        sites.add(new Service(Ids.next(clock), "Consultation", java.time.Duration.ofMinutes(30)));
        var administrator =
                new StaffMember(Ids.next(clock), ADMINISTRATOR, "Administrator", "", false);
        administrator.setRoles(List.of("master-administrator"));
        var password = staff.passwords().oneTime();
        administrator.setOneTimePassword(staff.passwords().hash(password));
        staff.staff().add(administrator);
        return password;
    }
}
