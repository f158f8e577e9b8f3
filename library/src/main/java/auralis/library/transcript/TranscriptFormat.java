package auralis.library.transcript;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that transcripts are written to; {@link TranscriptReader} reads them all. */
public enum TranscriptFormat {
    /** Everything that is known. */
    JSON("json", new JsonForm()),
    /** Subtitles that every player knows. */
    SRT("srt", new SrtForm()),
    /** Subtitles of the web, with speakers. */
    VTT("vtt", new VttForm()),
    /** The text alone, a line for each segment. */
    TXT("txt", new TextForm()),
    /** Lyrics, a time for each line. */
    LRC("lrc", new LrcForm(false)),
    /** Lyrics, a time for each word too. */
    LRC_WORDS("lrc", new LrcForm(true)),
    /** A row for each segment, times in seconds. */
    CSV("csv", new CsvForm()),
    /** A label track of Audacity. */
    AUDACITY("labels.txt", new LabelForm());

    private final String extension;
    private final Form form;

    TranscriptFormat(String extension, Form form) {
        this.extension = extension;
        this.form = form;
    }

    /** The word for it on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this word. */
    public static Optional<TranscriptFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    /** What its file names end with, without the dot. */
    public String extension() {
        return extension;
    }

    Form form() {
        return form;
    }

    /**
     * @param rules for what is shown line by line; other formats keep each segment whole
     * @return what the file holds, to be written as UTF-8
     */
    public String write(Transcript transcript, LineRules rules) {
        return form.write(transcript, rules);
    }
}
