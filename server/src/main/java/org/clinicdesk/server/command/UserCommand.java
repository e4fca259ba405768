package org.clinicdesk.server.command;

import org.clinicdesk.server.Server;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Refusal;
import org.clinicdesk.server.staff.StaffMember;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

/// `user`: accounts, for when nobody can sign in to do it from a desk.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        header = "Adds, resets, unlocks and lists accounts.")
final class UserCommand implements Runnable {

    @ParentCommand private @Nullable Commands root;

    @picocli.CommandLine.Spec private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an account; prints its password.")
    int add(
            @Parameters(paramLabel = "LOGIN") String login,
            @Option(names = "--name", required = true, paramLabel = "NAME") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "May be repeated.")
                    List<String> roles,
            @Option(names = "--specialty", defaultValue = "", paramLabel = "TEXT") String specialty,
            @Option(names = "--bookable", description = "Visits can be booked with this person.")
                    boolean bookable)
            throws Exception {
        return Objects.requireNonNull(root)
                .onClinic(
                        _ -> {},
                        writing(
                                "user add",
                                (clinic, out) -> {
                                    var staff = clinic.features().staff;
                                    staff.staff().permissions(roles);
                                    var member =
                                            new StaffMember(
                                                    Ids.next(Commands.CLOCK),
                                                    login,
                                                    name,
                                                    specialty,
                                                    bookable);
                                    member.setRoles(roles);
                                    staff.staff().add(member);
                                    out.println(
                                            "One-time password of "
                                                    + login
                                                    + ": "
                                                    + oneTimePassword(clinic, member));
                                }));
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Gives an account a one-time password.")
    int reset(@Parameters(paramLabel = "LOGIN") String login) throws Exception {
        return write(
                "user reset",
                (clinic, out) -> {
                    var password = oneTimePassword(clinic, member(clinic, login));
                    out.println("One-time password of " + login + ": " + password);
                });
    }

    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = "Lets a locked account try again.")
    int unlock(@Parameters(paramLabel = "LOGIN") String login) throws Exception {
        return write(
                "user unlock",
                (clinic, out) -> {
                    member(clinic, login).unlock();
                    out.println(login + " may try again.");
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
                .orElseThrow(() -> new IllegalArgumentException("there is no account " + login));
    }

    private static String oneTimePassword(Server.Clinic clinic, StaffMember member) {
        var passwords = clinic.features().staff.passwords();
        var password = passwords.oneTime();
        member.setOneTimePassword(passwords.hash(password));
        return password;
    }

    private interface Change {
        void on(Server.Clinic clinic, PrintWriter out);
    }

    private int write(String name, Change change) throws Exception {
        return Objects.requireNonNull(root).onClinic(writing(name, change));
    }

    private static Commands.Work writing(String name, Change change) {
        return (clinic, out) -> {
            try {
                Call.system(
                        name,
                        () ->
                                clinic.platform()
                                        .db()
                                        .write(() -> {
                                            change.on(clinic, out);
                                            return null;
                                        }));
                return 0;
            } catch (Refusal | IllegalArgumentException e) {
                out.println("Refused: " + e.getMessage());
                return 1;
            }
        };
    }
}
