package org.clinicdesk.server.drug.evaluate;

import org.clinicdesk.server.drug.Knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `clinicdesk-server knowledge evaluate` without the rest of the server, for those who write tables of the knowledge.
final class EvaluateTable {
    private EvaluateTable() {}

    /// @param args pairs of a table and where its answers go
    static void main(String[] args) throws IOException {
        Evaluation evaluation = new Evaluation(Knowledge.load());
        for (int i = 0; i + 1 < args.length; i += 2) {
            String table = Files.readString(Path.of(args[i]), StandardCharsets.UTF_8);
            Files.writeString(
                    Path.of(args[i + 1]), evaluation.evaluate(table), StandardCharsets.UTF_8);
        }
    }
}
