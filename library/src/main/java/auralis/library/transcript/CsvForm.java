package auralis.library.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A row for each segment after RFC 4180, times in seconds. Read are semicolons and tabs too, times
 * as on a clock, and whole milliseconds as whisper.cpp writes them.
 */
final class CsvForm implements Form {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";

    @Override
    public String write(Transcript transcript, LineRules rules) {
        StringBuilder file = new StringBuilder("start,end,speaker,text\r\n");
        for (Segment segment : transcript.segments()) {
            file.append(String.format(Locale.ROOT, "%.3f,%.3f,", segment.start(), segment.end()))
                    .append(segment.speaker().map(CsvForm::quoted).orElse(""))
                    .append(',')
                    .append(quoted(segment.text()))
                    .append("\r\n");
        }
        return file.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Whether the first line names a start and an end. */
    static boolean isIn(String text) {
        String first = text.lines().findFirst().orElse("");
        List<List<String>> rows = rows(first, separator(first));
        return !rows.isEmpty() && columns(rows.get(0)).keySet().containsAll(Set.of("start", "end"));
    }

    private static char separator(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    private static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    @Override
    public Transcript read(String text) throws IOException {
        String first = text.lines().findFirst().orElse("");
        List<List<String>> rows = rows(text, separator(first));
        Map<String, Integer> columns = rows.isEmpty() ? Map.of() : columns(rows.get(0));
        if (!columns.keySet().containsAll(Set.of("start", "end"))) {
            throw new IOException("has no columns \"start\" and \"end\" in its first line");
        }
        List<List<String>> body = rows.subList(1, rows.size());
        double unit = isMilliseconds(columns, body) ? 0.001 : 1;
        List<Segment> segments = new ArrayList<>();
        for (List<String> row : body) {
            segments.add(segment(columns, row, unit));
        }
        return Form.told("csv", segments);
    }

    @Override
    public boolean mayBeEmpty(String text) {
        return true;
    }

    /** What whisper.cpp writes has three columns and no fractions. */
    private static boolean isMilliseconds(Map<String, Integer> columns, List<List<String>> rows) {
        return columns.keySet().equals(Set.of("start", "end", "text"))
                && rows.stream()
                        .allMatch(
                                row ->
                                        cell(columns, row, "start").matches("\\d+")
                                                && cell(columns, row, "end").matches("\\d+"))
                && rows.stream().anyMatch(row -> cell(columns, row, "end").length() > 3);
    }

    private static Segment segment(Map<String, Integer> columns, List<String> row, double unit)
            throws IOException {
        double start = seconds(cell(columns, row, "start"), unit);
        double end = Math.max(start, seconds(cell(columns, row, "end"), unit));
        String speaker = cell(columns, row, "speaker").strip();
        return new Segment(
                start,
                end,
                cell(columns, row, "text").strip(),
                List.of(),
                Optional.of(speaker).filter(name -> !name.isEmpty()),
                Set.of());
    }

    private static String cell(Map<String, Integer> columns, List<String> row, String name) {
        Integer column = columns.get(name);
        return column == null || column >= row.size() ? "" : row.get(column);
    }

    private static double seconds(String cell, double unit) throws IOException {
        String time = cell.strip().replace(',', '.');
        if (time.matches(NUMBER)) {
            return Double.parseDouble(time) * unit;
        }
        if (Times.isClock(time)) {
            return Times.seconds(time);
        }
        throw new IOException("has \"" + cell + "\" where a time is expected");
    }

    /** Empty rows are left out. */
    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean over = i == text.length();
            char c = over ? '\n' : text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (quoted && !over) {
                cell.append(c);
            } else if (c == separator || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (row.size() > 1 || !row.get(0).isBlank()) {
                        rows.add(List.copyOf(row));
                    }
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
