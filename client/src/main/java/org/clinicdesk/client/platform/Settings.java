package org.clinicdesk.client.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What this desk remembers between two starts: servers and their keys, language, theme. Nothing about people, not even
/// who signed in last.
public final class Settings {

    private static final String SERVERS = "servers";
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String PIN = "pin.";
    private static final String PRINTER = "printer.";
    private static final String ROOM = "room";
    private static final String SITE = "site";
    private static final String TICKETS = "tickets";

    private final Path file;
    private final Properties values = new Properties();

    private Settings(Path file) {
        this.file = file;
    }

    /// Reads the settings of a folder; a folder without any gives the defaults.
    public static Settings in(Path folder) {
        var settings = new Settings(folder.resolve("desk.properties"));
        if (Files.exists(settings.file)) {
            try (var reader = Files.newBufferedReader(settings.file)) {
                settings.values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("The settings cannot be read: " + settings.file, e);
            }
        }
        return settings;
    }

    /// The folder of the signed-in user, where the system keeps such files; `CLINICDESK_CONFIG` names another.
    public static Path userFolder(Map<String, String> environment, Path home, String system) {
        var named = environment.get("CLINICDESK_CONFIG");
        if (named != null) {
            return Path.of(named);
        }
        if (system.startsWith("Windows")) {
            var roaming = environment.get("APPDATA");
            return (roaming == null ? home : Path.of(roaming)).resolve("ClinicDesk");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/ClinicDesk");
        }
        var config = environment.get("XDG_CONFIG_HOME");
        return (config == null ? home.resolve(".config") : Path.of(config)).resolve("clinicdesk");
    }

    /// Addresses as they were typed.
    public String servers() {
        return values.getProperty(SERVERS, "localhost:" + Address.DEFAULT_PORT);
    }

    public void servers(String servers) {
        put(SERVERS, servers);
    }

    public Optional<Locale> language() {
        return Optional.ofNullable(values.getProperty(LANGUAGE)).map(Locale::forLanguageTag);
    }

    public void language(Locale locale) {
        put(LANGUAGE, locale.toLanguageTag());
    }

    public Theme.Mode theme() {
        return "dark".equals(values.getProperty(THEME)) ? Theme.Mode.DARK : Theme.Mode.LIGHT;
    }

    public void theme(Theme.Mode mode) {
        put(THEME, mode.name().toLowerCase(Locale.ROOT));
    }

    /// The printer that a kind of paper went to last.
    synchronized Optional<String> printer(String kind) {
        return Optional.ofNullable(values.getProperty(PRINTER + kind));
    }

    void printer(String kind, String name) {
        put(PRINTER + kind, name);
    }

    /// The room that this desk stands in, by its id.
    public synchronized Optional<String> room() {
        return Optional.ofNullable(values.getProperty(ROOM)).filter(id -> !id.isEmpty());
    }

    /// @param id empty for none
    public void room(String id) {
        put(ROOM, id);
    }

    /// Whether tickets are printed here.
    public synchronized boolean tickets() {
        return Boolean.parseBoolean(values.getProperty(TICKETS));
    }

    public void tickets(boolean printed) {
        put(TICKETS, Boolean.toString(printed));
    }

    /// The site that this desk stands at, by its id.
    synchronized String site() {
        return values.getProperty(SITE, "");
    }

    void site(String id) {
        put(SITE, id);
    }

    synchronized Optional<String> pin(Address address) {
        return Optional.ofNullable(values.getProperty(PIN + address));
    }

    void pin(Address address, String fingerprint) {
        put(PIN + address, fingerprint);
    }

    /// Written to a file beside and moved, so that a crash leaves the old or the new settings, never half of them.
    private synchronized void put(String key, String value) {
        values.setProperty(key, value);
        try {
            Files.createDirectories(file.getParent());
            var beside = Files.createTempFile(file.getParent(), "desk", ".tmp");
            try (var writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings cannot be written: " + file, e);
        }
    }
}
