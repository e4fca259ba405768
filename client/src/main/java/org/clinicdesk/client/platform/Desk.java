package org.clinicdesk.client.platform;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clinicdesk.common.v1.PersonLine;
import org.clinicdesk.session.v1.Desk.Site;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Everything a feature may use, built once.
///
/// @param channel for stubs: `PatientServiceGrpc.newBlockingV2Stub(desk.channel())`
/// @param patient the person that all screens are about at the moment; `null` when nobody is chosen
public record Desk(
        Settings settings,
        Texts texts,
        Theme theme,
        Trust trust,
        Session session,
        Connection connection,
        Channel channel,
        Calls calls,
        Changes changes,
        Navigator navigator,
        Notices notices,
        Undos undos,
        Layers layers,
        Paper paper,
        ObjectProperty<@Nullable PersonLine> patient,
        List<Feature> features,
        Clock clock) {

    /// Puts the parts together.
    ///
    /// @param opener how a server is reached, from the keys this desk trusts
    public static Desk open(
            Settings settings,
            Function<Trust, Function<Address, ManagedChannel>> opener,
            Threads threads,
            Clock clock,
            List<Feature> features) {
        var texts = new Texts(settings);
        var trust = new Trust(settings);
        var session = new Session();
        var notices = new Notices();
        var connection =
                new Connection(Address.list(settings.servers()), opener.apply(trust), threads);
        var channel =
                ClientInterceptors.intercept(connection.channel(), new Headers(session, texts));
        var calls =
                new Calls(
                        threads,
                        session::sitting,
                        problem -> explain(problem, session, notices, texts));
        var changes = new Changes(connection, channel, threads, session::expire);
        var layers = new Layers();
        layers.onLeft(
                begun ->
                        notices.left(
                                texts.get("kit.begun", begun.about()),
                                "kit.begun.go",
                                begun.goOn()),
                begun -> notices.gone(begun.goOn()));
        var self = new AtomicReference<Desk>();
        var navigator = new Navigator(place -> screen(place, features, self.get()));
        var desk =
                new Desk(
                        settings,
                        texts,
                        new Theme(settings),
                        trust,
                        session,
                        connection,
                        channel,
                        calls,
                        changes,
                        navigator,
                        notices,
                        new Undos(session::sitting, notices::gone),
                        layers,
                        new Paper(settings, notices, texts, threads),
                        new SimpleObjectProperty<>(),
                        List.copyOf(features),
                        clock);
        self.set(desk);
        return desk;
    }

    private static void explain(Problem problem, Session session, Notices notices, Texts texts) {
        if (problem.code() == Status.Code.UNAUTHENTICATED) {
            session.expire();
        }
        notices.problem(problem, texts);
    }

    private static Screen screen(Place place, List<Feature> features, Desk desk) {
        return features.stream()
                .filter(feature -> feature.id().equals(place.feature()))
                .findFirst()
                .map(feature -> feature.open(desk, place))
                .orElseThrow(() -> new IllegalArgumentException("No feature " + place.feature()));
    }

    /// The site this desk stands at: the one that was chosen here, else the first. A clinic has one at least; while
    /// nobody is signed in it is blank.
    public Site site() {
        var sites = session.desk().getSitesList();
        return sites.stream()
                .filter(site -> site.getId().equals(settings.site()))
                .findFirst()
                .or(() -> sites.stream().findFirst())
                .orElseGet(Site::getDefaultInstance);
    }

    /// Puts the desk at another site: every screen is closed without asking, the visible one opened anew.
    public void moveTo(Site site) {
        settings.site(site.getId());
        navigator.reopen();
    }

    /// Whether the caller may make a call: what he may not is not shown.
    public boolean may(MethodDescriptor<?, ?> method) {
        return session.may(method);
    }

    /// Whether a place can be reached: some features are not there, others not for everybody.
    public boolean has(String feature) {
        return features.stream().anyMatch(f -> f.id().equals(feature) && may(f.needs()));
    }

    /// A part of one feature that stands inside a screen of another; empty when it cannot be reached.
    public Optional<Screen> part(Place place) {
        return features.stream()
                .filter(feature -> feature.id().equals(place.feature()) && may(feature.needs()))
                .findFirst()
                .map(feature -> feature.open(this, place));
    }

    /// What asks when somebody is to be seen again, for who may order that.
    public Optional<Runnable> seeAgain(PersonLine person) {
        return features.stream()
                .filter(feature -> may(feature.needs()))
                .flatMap(feature -> feature.seeAgain(this, person).stream())
                .findFirst();
    }

    /// What opens the screen of the waiting room, for who may show it.
    public Optional<Runnable> wall() {
        return features.stream()
                .filter(feature -> may(feature.needs()))
                .flatMap(feature -> feature.wall(this).stream())
                .findFirst();
    }

    /// Today in the clinic's zone.
    public LocalDate today() {
        return LocalDate.now(clock.withZone(session.zone()));
    }

    /// Explains a problem the usual way, for a handler that keeps only some reasons to itself.
    public void explain(Problem problem) {
        explain(problem, session, notices, texts);
    }

    /// The same where something was only read: that no server answers, the banner says already.
    public void explainUnread(Problem problem) {
        if (!problem.offline()) {
            explain(problem);
        }
    }

    /// Ends the stream and the line: the window is closed.
    public void close() {
        changes.stop();
        connection.close();
    }
}
