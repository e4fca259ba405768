package org.clinicdesk.server.sample;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.Setup;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.site.Room;
import org.clinicdesk.server.site.Service;
import org.clinicdesk.server.staff.StaffMember;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// Fills an empty clinic with staff, rooms, people and a day that is always today.
public final class SampleClinic {

    public static final String NAME = "Clínica An Bình";
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// Everybody's password in the sample clinic. It is never set anywhere else.
    public static final String PASSWORD = "Sample-2026";

    /// Somebody who can sign in: login, name, specialty, role.
    record Account(String login, String name, String specialty, String role, boolean bookable) {}

    static final List<Account> ACCOUNTS =
            List.of(
                    new Account("linh", "Linh Mai", "", "receptionist", false),
                    new Account("okafor", "Dr. Amara Okafor", "General practice", "doctor", true),
                    new Account("duc", "Dr. Trần Minh Đức", "Cardiology", "head-doctor", true),
                    new Account("herrera", "Dr. Sofía Herrera", "Paediatrics", "doctor", true),
                    new Account("whitlow", "Dr. James Whitlow", "General practice", "doctor", true),
                    new Account("ha", "Dr. Lê Thu Hà", "Dermatology", "doctor", true),
                    new Account("banerjee", "Priya Banerjee", "", "nurse", false),
                    new Account("novak", "Ella Novak", "", "head-nurse", false),
                    new Account("castro", "Inés Castro", "", "pharmacist", false),
                    new Account("bao", "Bùi Gia Bảo", "", "laboratory-technician", false),
                    new Account("ortega", "Carlos Ortega", "", "human-resources", false),
                    new Account("quynh", "Đặng Như Quỳnh", "", "administrator", false),
                    new Account("screen", "Waiting room screen", "", "waiting-room-screen", false),
                    new Account("kiosk", "Kiosk", "", "kiosk", false));

    private final Server.Clinic clinic;

    private SampleClinic(Server.Clinic clinic) {
        this.clinic = clinic;
    }

    /// The role of somebody of the sample clinic.
    public static String roleOf(String login) {
        return ACCOUNTS.stream()
                .filter(account -> account.login.equals(login))
                .map(Account::role)
                .findFirst()
                .orElse("master-administrator");
    }

    /// Fills the clinic if it is new. The administrator's password is the sample's too, without a change asked for.
    public static void fill(Server.Clinic clinic) {
        fill(clinic, clinic.features().staff.passwords().hash(PASSWORD));
    }

    /// The same with a hash of [#PASSWORD] that was made elsewhere, at a cost of its own.
    public static void fill(Server.Clinic clinic, String hash) {
        if (new Setup(clinic).firstStart(NAME, ZONE).isPresent()) {
            var sample = new SampleClinic(clinic);
            Call.system(
                    "sample",
                    () ->
                            clinic.platform()
                                    .db()
                                    .write(() -> {
                                        sample.staff(hash);
                                        sample.site();
                                        new SampleResources(clinic).fill();
                                        new SamplePeople(clinic).register();
                                        new SampleRecords(clinic).fill();
                                        new SampleDay(clinic).fill();
                                        new SampleStock(clinic).fill();
                                        return null;
                                    }));
        }
    }

    private void staff(String hash) {
        var staff = clinic.features().staff;
        staff.staff().byLogin(Setup.ADMINISTRATOR).orElseThrow().setPassword(hash);
        for (var account : ACCOUNTS) {
            var member =
                    new StaffMember(
                            Ids.next(clinic.platform().clock()),
                            account.login,
                            account.name,
                            account.specialty,
                            account.bookable);
            member.setRoles(List.of(account.role));
            member.setPassword(hash);
            staff.staff().add(member);
        }
    }

    private void site() {
        var clock = clinic.platform().clock();
        var sites = clinic.features().site.sites();
        var site = sites.sites().getFirst().id();
        for (var number = 1; number <= 5; number++) {
            sites.add(new Room(Ids.next(clock), site, "Room " + number));
        }
        sites.add(new Service(Ids.next(clock), "Follow-up", Duration.ofMinutes(15)));
        sites.add(new Service(Ids.next(clock), "New patient", Duration.ofMinutes(45)));
        sites.add(new Service(Ids.next(clock), "Vaccination", Duration.ofMinutes(15)));
    }
}
