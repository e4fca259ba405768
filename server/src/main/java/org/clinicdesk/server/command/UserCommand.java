package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.staff.Role;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// `user`: accounts, for when nobody can sign in to do it from a desk.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        header = "Adds, resets, unlocks and lists accounts.",
        synopsisSubcommandLabel = "(add | reset | unlock | list)")
final class UserCommand implements Runnable {

    private static final String LOGIN_RULE =
            "3 to 40 of a-z, 0-9, '.', '_' and '-', the first a letter";
    private static final String NAME_RULE = "1 to 120 letters";
    private static final String SPECIALTY_RULE = "At most 80 letters";

    @ParentCommand private @Nullable Commands root;

    @picocli.CommandLine.Spec private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "One of add, reset, unlock, list is missing.");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            header = "Adds an account; prints its password.",
            description = {
                "Adds an account and prints its one-time password, which must be changed at the"
                        + " first sign-in.",
                "Roles: receptionist, doctor, head-doctor, nurse, head-nurse, pharmacist,"
                        + " laboratory-technician, human-resources, administrator,"
                        + " master-administrator, waiting-room-screen, kiosk."
            })
    int add(
            @Parameters(
                            paramLabel = "LOGIN",
                            description = "What is typed to sign in: " + LOGIN_RULE + ".")
                    String login,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "The name that others see: " + NAME_RULE + ".")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "What the person may do, see above. May be repeated.")
                    List<String> roles,
            @Option(
                            names = "--specialty",
                            defaultValue = "",
                            paramLabel = "SPECIALTY",
                            description =
                                    "Such as Paediatrics; visits are looked for by it. "
                                            + SPECIALTY_RULE
                                            + ".")
                    String specialty,
            @Option(names = "--bookable", description = "Visits can be booked with this person.")
                    boolean bookable)
            throws Exception {
        return Objects.requireNonNull(root)
                .onClinic(
                        _ -> {},
                        writing(
                                "user add",
                                clinic -> {
                                    var member =
                                            new StaffMember(
                                                    Ids.next(Commands.CLOCK),
                                                    login,
                                                    name.strip(),
                                                    specialty.strip(),
                                                    bookable);
                                    refuseUnlessFit(clinic, member, roles);
                                    member.setRoles(roles);
                                    clinic.features().staff.staff().add(member);
                                    return "One-time password of "
                                            + login
                                            + ": "
                                            + oneTimePassword(clinic, member);
                                }));
    }

    private static void refuseUnlessFit(
            Server.Clinic clinic, StaffMember member, List<String> roles) {
        var staff = clinic.features().staff;
        var broken = staff.broken(member.login(), member.name(), member.specialty(), roles);
        if (!broken.isEmpty()) {
            throw new IllegalArgumentException(
                    broken.stream().map(UserCommand::rule).collect(Collectors.joining("; ")) + ".");
        }
        var known = staff.staff().roles().stream().map(Role::code).toList();
        if (!known.containsAll(roles)) {
            throw new IllegalArgumentException(
                    "a role is one of " + String.join(", ", known) + ".");
        }
        if (staff.staff().byLogin(member.login()).isPresent()) {
            throw new IllegalArgumentException("there is an account of this login already.");
        }
    }

    private static String rule(String field) {
        return switch (field) {
            case "login" -> "a login is " + LOGIN_RULE;
            case "name" -> "a name has " + NAME_RULE;
            case "specialty" -> "a specialty has " + SPECIALTY_RULE.toLowerCase(Locale.ROOT);
            case "roles" -> "roles are 1 to 10, each given once";
            default -> field + " is not right";
        };
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Gives an account a one-time password.")
    int reset(@Parameters(paramLabel = "LOGIN", description = "Whose.") String login)
            throws Exception {
        return write(
                "user reset",
                clinic ->
                        "One-time password of "
                                + login
                                + ": "
                                + oneTimePassword(clinic, member(clinic, login)));
    }

    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = "Lets a locked account try again.")
    int unlock(@Parameters(paramLabel = "LOGIN", description = "Whose.") String login)
            throws Exception {
        return write(
                "user unlock",
                clinic -> {
                    member(clinic, login).unlock();
                    return login + " may try again.";
                });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the accounts.")
    int list() throws Exception {
        return Objects.requireNonNull(root)
                .onClinic((clinic, out) -> {
                    clinic.platform()
                            .db()
                            .read(() -> {
                                clinic.features().staff.staff().all().stream()
                                        .filter(member -> member.passwordHash().isPresent())
                                        .forEach(member ->
                                                out.printf(
                                                        "%-20s %-8s %-30s %s%n",
                                                        member.login(),
                                                        !member.active()
                                                                ? "off"
                                                                : member.locked()
                                                                        ? "locked"
                                                                        : "active",
                                                        member.name(),
                                                        String.join(
                                                                ", ",
                                                                member.roles().stream()
                                                                        .sorted()
                                                                        .toList())));
                                return null;
                            });
                    return 0;
                });
    }

    private static StaffMember member(Server.Clinic clinic, String login) {
        return clinic.features()
                .staff
                .staff()
                .byLogin(login)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no account " + login + "."));
    }

    private static String oneTimePassword(Server.Clinic clinic, StaffMember member) {
        var passwords = clinic.features().staff.passwords();
        var password = passwords.oneTime();
        member.setOneTimePassword(passwords.hash(password));
        return password;
    }

    /// A change, and what is said of it once it is committed.
    private interface Change {
        String on(Server.Clinic clinic);
    }

    private int write(String name, Change change) throws Exception {
        return Objects.requireNonNull(root).onClinic(writing(name, change));
    }

    private static Commands.Work writing(String name, Change change) {
        return (clinic, out) -> {
            var db = clinic.platform().db();
            var said = new AtomicReference<>("");
            Call.system(name, () -> said.set(db.write(() -> change.on(clinic))));
            out.println(said.get());
            return 0;
        };
    }
}
