package auralis.app.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.track.Repeat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the desktop reads, by the words of MPRIS. */
class MprisPropertiesTest {
    private static final MediaState.Track TRACK =
            new MediaState.Track(
                    7,
                    Path.of("/music/Ünï ü.flac"),
                    "One",
                    "A; B",
                    "Both",
                    OptionalDouble.of(61.25));

    @Test
    void aTrackIsToldWithItsTimesInMicrosecondsAndItsFilesAsAddresses() {
        Optional<Path> cover = Optional.of(Path.of("/covers/1 2.jpg"));
        assertThat(values(MprisProperties.metadata(Optional.of(TRACK), cover)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "mpris:trackid", new DBusPath("/auralis/track/7"),
                                "mpris:length", 61_250_000L,
                                "mpris:artUrl", "file:///covers/1%202.jpg",
                                "xesam:url", "file:///music/%C3%9Cn%C3%AF%20%C3%BC.flac",
                                "xesam:title", "One",
                                "xesam:artist", List.of("A", "B"),
                                "xesam:album", "Both"));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        MediaState.Track bare =
                new MediaState.Track(1, TRACK.file(), "ünï", "", "", OptionalDouble.empty());
        assertThat(MprisProperties.metadata(Optional.of(bare), Optional.empty()))
                .containsOnlyKeys("mpris:trackid", "xesam:url", "xesam:title");
        assertThat(values(MprisProperties.metadata(Optional.empty(), Optional.empty())))
                .isEqualTo(Map.of("mpris:trackid", new DBusPath(MprisProperties.NO_TRACK)));
    }

    /** The bus would end the connection. */
    @Test
    void aZeroInATagIsNotSent() {
        MediaState.Track odd =
                new MediaState.Track(1, TRACK.file(), "a\0b", "c\0", "\0d", OptionalDouble.empty());
        assertThat(values(MprisProperties.metadata(Optional.of(odd), Optional.empty())))
                .containsEntry("xesam:title", "a b")
                .containsEntry("xesam:artist", List.of("c "))
                .containsEntry("xesam:album", " d");
    }

    @Test
    void onlyWhatIsDifferentIsAChange() {
        Map<String, Variant<?>> before = MprisProperties.of(MediaState.NOTHING, Optional.empty());
        MediaState open =
                new MediaState(
                        Optional.of(TRACK),
                        MediaState.Status.STOPPED,
                        1,
                        false,
                        Repeat.OFF,
                        true,
                        false,
                        false,
                        false);
        Map<String, Variant<?>> now = MprisProperties.of(open, Optional.empty());
        assertThat(MprisProperties.changes(before, now))
                .containsOnlyKeys("Metadata", "CanPlay", "CanPause");
        assertThat(MprisProperties.changes(now, MprisProperties.of(open, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRepeatIsALoopAndBack(Repeat repeat) {
        assertThat(MprisProperties.repeat(MprisProperties.loop(repeat))).contains(repeat);
    }

    @Test
    void idsOfOthersAreNoTrack() {
        assertThat(MprisProperties.number(new DBusPath("/auralis/track/12"))).isEqualTo(12);
        assertThat(MprisProperties.number(new DBusPath("/auralis/track/x"))).isNegative();
        assertThat(MprisProperties.number(new DBusPath(MprisProperties.NO_TRACK))).isNegative();
    }

    @Test
    void namesWithAngleBracketsSurviveMarkup() {
        MediaState.Track odd =
                new MediaState.Track(
                        1, TRACK.file(), "t", "Simon & <G>", "", OptionalDouble.empty());
        assertThat(Announcer.body(odd, true)).isEqualTo("Simon &amp; &lt;G&gt;");
        assertThat(Announcer.body(odd, false)).isEqualTo("Simon & <G>");
        assertThat(Announcer.body(TRACK, true)).isEqualTo("A; B\nBoth");
    }

    private static Map<String, Object> values(Map<String, Variant<?>> all) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getValue()));
    }
}
