package auralis.app.command;

import auralis.library.export.Measurement;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What became of many files, in a file: JSON, a page for a browser, or a table. */
enum MasterReport {
    JSON {
        @Override
        String text(List<MasteredFile> files) {
            return Json.writePretty(new Answer(files)) + "\n";
        }
    },
    HTML {
        @Override
        String text(List<MasteredFile> files) {
            StringBuilder rows = new StringBuilder();
            files.forEach(file -> rows.append(row(file)));
            return PAGE.formatted(files.size(), rows);
        }
    },
    CSV {
        @Override
        String text(List<MasteredFile> files) {
            StringBuilder table = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
            files.forEach(file -> table.append(line(file)).append("\r\n"));
            return table.toString();
        }
    };

    private static final List<String> COLUMNS =
            List.of(
                    "source",
                    "output",
                    "state",
                    "error",
                    "preset",
                    "intensity",
                    "mode",
                    "lufsBefore",
                    "truePeakBefore",
                    "rangeBefore",
                    "lufsAfter",
                    "truePeakAfter",
                    "rangeAfter",
                    "gainDb");

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Auralis: mastered files</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 70em }
            table { border-collapse: collapse; width: 100%% }
            th, td { border-bottom: 1px solid #8884; padding: .4em .6em; text-align: left;
              vertical-align: top }
            td.number { text-align: right; font-variant-numeric: tabular-nums }
            ul { margin: 0; padding-left: 1.2em }
            .failed { color: #b00020 }
            </style>
            <h1>%d mastered files</h1>
            <table>
            <tr><th>File<th>LUFS before<th>after<th>dBTP before<th>after<th>What was done</tr>
            %s</table>
            </html>
            """;

    /** The whole answer of the command. */
    record Answer(List<MasteredFile> files) {}

    abstract String text(List<MasteredFile> files);

    /** By the ending of the name; empty when it says nothing. */
    static Optional<MasterReport> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (MasterReport kind : values()) {
            if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    void write(Path file, List<MasteredFile> files) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Files.writeString(target, text(files));
    }

    private static String row(MasteredFile file) {
        StringBuilder done = new StringBuilder("<ul>");
        file.sentences().forEach(s -> done.append("<li>").append(escaped(s)));
        file.warnings().forEach(s -> done.append("<li>Note: ").append(escaped(s)));
        done.append("</ul>");
        return "<tr class=\"%s\"><td>%s<br><small>%s</small>%s%s%s%s<td>%s</tr>%n"
                .formatted(
                        file.state(),
                        escaped(file.source()),
                        escaped(file.output().orElse(file.state())),
                        cell(file.before(), true),
                        cell(file.after(), true),
                        cell(file.before(), false),
                        cell(file.after(), false),
                        file.error().map(MasterReport::escaped).orElse(done.toString()));
    }

    private static String cell(Optional<Measurement> measured, boolean loudness) {
        return "<td class=\"number\">"
                + number(
                        measured.map(m -> loudness ? m.integratedLufs() : m.truePeakDbtp()),
                        "%.1f");
    }

    private static String number(Optional<OptionalDouble> value, String form) {
        OptionalDouble number = value.orElse(OptionalDouble.empty());
        return number.isPresent() ? String.format(Locale.ROOT, form, number.getAsDouble()) : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String line(MasteredFile file) {
        String form = "%.2f";
        return String.join(
                ",",
                List.of(
                        quoted(file.source()),
                        quoted(file.output().orElse("")),
                        file.state(),
                        quoted(file.error().orElse("")),
                        quoted(file.preset()),
                        String.format(Locale.ROOT, "%.0f", file.intensity()),
                        file.mode(),
                        number(file.before().map(Measurement::integratedLufs), form),
                        number(file.before().map(Measurement::truePeakDbtp), form),
                        number(file.before().map(Measurement::rangeLu), form),
                        number(file.after().map(Measurement::integratedLufs), form),
                        number(file.after().map(Measurement::truePeakDbtp), form),
                        number(file.after().map(Measurement::rangeLu), form),
                        number(file.plan().map(p -> OptionalDouble.of(p.gainDb())), form)));
    }

    /** As RFC 4180 has it. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
