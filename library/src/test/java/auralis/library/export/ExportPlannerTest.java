package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import auralis.dsp.effect.RackSettings;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.ExportPlanner.PlannedEffect;
import auralis.library.export.ExportPlanner.Room;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPlannerTest {
    private static final OutputFormat WAV16 =
            new OutputFormat(OutputFormat.Container.WAV, OptionalInt.of(16), OptionalInt.empty());

    @TempDir Path folder;
    private Path music;
    private Path out;
    private Path upper;
    private Path lower;

    @BeforeEach
    void files() throws IOException {
        music = folder.resolve("music");
        out = folder.resolve("out");
        upper = Music.write(music.resolve("Rain").resolve("Night Bus.wav"), 0.5);
        lower = Music.write(music.resolve("night bus.wav"), 0.25);
    }

    private ExportRequest request(Path source, String template) throws IOException {
        return new ExportRequest(
                source,
                out,
                Presets.factory().get(0),
                WAV16,
                new NameTemplate(template),
                OverwritePolicy.NUMBER);
    }

    private static List<Planned> plan(ExportRequest... requests) throws Exception {
        return ExportPlanner.plan(List.of(requests), List.of(), Progress.NONE);
    }

    private List<String> names(List<Planned> planned) {
        return planned.stream()
                .map(each -> out.relativize(each.target().orElseThrow()).toString())
                .toList();
    }

    @Test
    void noTwoResultsGetNamesThatAreOneOnSomeDisks() throws Exception {
        assertThat(names(plan(request(upper, "{name}"), request(lower, "{name}"))))
                .containsExactly("Night Bus.wav", "night bus (2).wav");
        List<Planned> beside =
                ExportPlanner.plan(
                        List.of(request(upper, "{name}")),
                        List.of(out.resolve("NIGHT BUS.wav")),
                        Progress.NONE);
        assertThat(names(beside)).containsExactly("Night Bus (2).wav");
    }

    @Test
    void namesTellNumberDateAndLoudness() throws Exception {
        String lufs = SourceFields.of(request(upper, "{name}"), 1).get("lufs");
        assertThat(lufs).startsWith("-").doesNotContain(".0");
        assertThat(names(plan(request(upper, "{n:000} {lufs} {date}"), request(lower, "{n}"))))
                .containsExactly("001 " + lufs + " " + LocalDate.now() + ".wav", "2.wav");
    }

    @Test
    void theTreeOfFoldersIsKeptOnRequest() throws Exception {
        assertThat(
                        names(
                                plan(
                                        request(upper, "{name}").below(music),
                                        request(lower, "{name}").below(music),
                                        request(lower, "x").below(folder.resolve("elsewhere")))))
                .containsExactly(
                        Path.of("Rain", "Night Bus.wav").toString(), "night bus.wav", "x.wav");
    }

    @Test
    void tellsWhatTheBatchNeedsOnTheDisk() throws Exception {
        Path broken = Files.writeString(music.resolve("broken.wav"), "no sound");
        List<Planned> planned =
                plan(request(upper, "{name}"), request(lower, "{name}"), request(broken, "b"));
        assertThat(planned).extracting(Planned::bytes).containsExactly(88_200L, 44_100L, 0L);
        assertThat(planned.get(2).problem().orElseThrow()).startsWith("broken.wav: ");
        assertThat(planned.get(2).skipped()).isFalse();
        List<Room> rooms = ExportPlanner.room(planned);
        assertThat(rooms).hasSize(1);
        assertThat(rooms.get(0).folder()).isEqualTo(out);
        assertThat(rooms.get(0).neededBytes()).isEqualTo(132_300 + 88_200);
        assertThat(rooms.get(0).isEnough()).isTrue();
        assertThat(new Room(out, 2, 1).isEnough()).isFalse();
    }

    @Test
    void previewShowsTheFirstNamesWhateverIsThere() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("1 Night Bus.wav"), "there");
        assertThat(
                        ExportPlanner.preview(
                                new NameTemplate("{n} {name}"),
                                List.of(
                                        request(upper, "ignored"),
                                        request(music.resolve("missing.wav"), "ignored"),
                                        request(lower, "ignored"))))
                .containsExactly("1 Night Bus.wav", "3 night bus.wav");
    }

    @Test
    void effectsArePlannedTheSameWay() throws Exception {
        EffectRequest request =
                new EffectRequest(
                        upper,
                        out,
                        RackSettings.NONE,
                        1.5,
                        WAV16,
                        new NameTemplate("{name}"),
                        OverwritePolicy.SKIP);
        Files.createDirectories(out);
        Files.writeString(out.resolve("Night Bus.wav"), "there");
        List<PlannedEffect> planned =
                ExportPlanner.planEffects(List.of(request), List.of(), Progress.NONE);
        assertThat(planned.get(0).skipped()).isTrue();
        assertThat(planned.get(0).order().target()).isEmpty();
        assertThat(planned.get(0).audioSeconds()).hasValue(2);
    }
}
