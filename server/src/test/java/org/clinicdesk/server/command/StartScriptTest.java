package org.clinicdesk.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The start scripts of both programs, with a Java that tells what it was given.
class StartScriptTest {

    private static final String SERVER = "clinicdesk-server";
    private static final String CLIENT = "clinicdesk";

    /// As Java itself: it cannot use a cache with nothing in it, and says so only when it is asked to insist.
    private static final String JAVA =
            """
            #!/bin/sh
            for word in "$@"; do
              case "$word" in
                -version) exec test -s "$cache" ;;
                -XX:AOTCache=*) cache=${word#*=} ;;
              esac
            done
            printf '%s\\n' "$@"
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {SERVER, CLIENT})
    void startsFromAFolderWithABlankInItsPath(String program) throws Exception {
        var home = install(program, "my programs");
        var given = run(home.resolve("bin").resolve(program), "serve", "--clinic", "A  B");
        assertEquals(
                home.resolve("lib/a.jar") + ":" + home.resolve("lib/b.jar"),
                given.get(given.indexOf("-classpath") + 1));
        assertTrue(given.contains("-XX:AOTCacheOutput=" + cache(home, program)), given::toString);
        assertEquals(
                List.of("serve", "--clinic", "A  B"),
                given.subList(given.size() - 3, given.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVER, CLIENT})
    void startsThroughALink(String program) throws Exception {
        var home = install(program, "home");
        var link =
                Files.createSymbolicLink(
                        folder.resolve("link"), home.resolve("bin").resolve(program));
        assertTrue(run(link, "serve").contains("-XX:AOTCacheOutput=" + cache(home, program)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVER, CLIENT})
    void usesACacheAndMakesADamagedOneAnew(String program) throws Exception {
        var home = install(program, "home");
        var script = home.resolve("bin").resolve(program);
        var cache = cache(home, program);
        Files.writeString(cache, "whole");
        assertTrue(run(script, "serve").contains("-XX:AOTCache=" + cache));
        assertTrue(run(script, "serve").contains("-XX:AOTCache=" + cache));
        Thread.sleep(20);
        Files.writeString(cache, "");
        assertTrue(run(script, "serve").contains("-XX:AOTCacheOutput=" + cache));
        assertFalse(Files.exists(cache));
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVER, CLIENT})
    void leavesACacheAloneThatAnotherRecords(String program) throws Exception {
        var home = install(program, "home");
        var script = home.resolve("bin").resolve(program);
        var cache = cache(home, program);
        Files.writeString(cache, "");
        var recorder = cache.resolveSibling(cache.getFileName() + ".recorder");
        Files.writeString(recorder, ProcessHandle.current().pid() + "\n");
        assertFalse(String.join("\n", run(script, "serve")).contains("AOT"));
        assertTrue(Files.exists(cache));
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.writeString(recorder, ended.pid() + "\n");
        assertTrue(run(script, "serve").contains("-XX:AOTCacheOutput=" + cache));
    }

    @Test
    void onlyAServerRecordsACache() throws Exception {
        var home = install(SERVER, "home");
        var given = String.join("\n", run(home.resolve("bin").resolve(SERVER), "check"));
        assertFalse(given.contains("AOT"), given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--port=99999", "--nonsense"})
    void aServerThatWasNeverAtWorkLeavesNoCache(String option) throws Exception {
        var record = Files.createFile(folder.resolve("server.aot.config"));
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dclinicdesk.cache=" + folder.resolve("server.aot"),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "org.clinicdesk.server.Main",
                                "serve",
                                option)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertFalse(Files.exists(record), said);
    }

    private Path install(String program, String name) throws IOException {
        var home = folder.resolve(name);
        var bin = Files.createDirectories(home.resolve("bin"));
        var module = Path.of(program.equals(SERVER) ? "../server" : "../client");
        executable(
                bin.resolve(program),
                Files.readString(module.resolve("src/main/bin").resolve(program)));
        for (var shared : List.of("jdk25.sh", "cache.sh")) {
            Files.copy(Path.of("../installer/src/common", shared), bin.resolve(shared));
        }
        var lib = Files.createDirectories(home.resolve("lib"));
        Files.createFile(lib.resolve("a.jar"));
        Files.createFile(lib.resolve("b.jar"));
        var jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(jdk.resolve("bin/java"), JAVA);
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Path cache(Path home, String program) {
        return home.resolve("lib").resolve(program.equals(SERVER) ? "server.aot" : "client.aot");
    }

    private List<String> run(Path script, String... args) throws Exception {
        var builder = new ProcessBuilder(script.toString());
        builder.command().addAll(List.of(args));
        builder.environment().put("JAVA25_HOME", folder.resolve("jdk").toString());
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }
}
