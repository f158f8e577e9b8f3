package auralis.library.transcript;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Text for reading: a line for each segment, who speaks where that changes. */
final class TextForm implements Form {
    @Override
    public String write(Transcript transcript, LineRules rules) {
        StringBuilder file = new StringBuilder();
        Optional<String> before = Optional.empty();
        for (Segment segment : transcript.segments()) {
            String text = Cues.flat(segment.text());
            if (text.isEmpty()) {
                continue;
            }
            if (!Objects.equals(segment.speaker(), before)) {
                file.append(file.length() > 0 ? "\n" : "");
                segment.speaker().ifPresent(name -> file.append(Cues.flat(name)).append(":\n"));
            }
            file.append(text).append('\n');
            before = segment.speaker();
        }
        return file.toString();
    }

    /** Lines without times. */
    @Override
    public Transcript read(String text) {
        return Form.told(
                "txt",
                text.lines()
                        .map(Cues::flat)
                        .filter(line -> !line.isEmpty())
                        .map(line -> Segment.of(0, 0, line, List.of()))
                        .toList());
    }
}
