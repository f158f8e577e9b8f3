package auralis.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.app.platform.OutputChoice;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPlaybackTest {
    @Test
    void whatIsKeptComesBack() throws IOException {
        PlaybackPreferences kept =
                new PlaybackPreferences(
                        new OutputChoice(Optional.of("usb-1"), OptionalInt.of(16)),
                        "Headphones",
                        VolumeMatching.AUTO,
                        -20.5,
                        -3,
                        4.5);
        assertThat(StoredPlayback.read(StoredPlayback.write(kept))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ofALaterVersion\": [1, 2]}",
                "{\"matching\": \"BY_MOOD\", \"bitDepth\": 20}",
                "{\"targetLufs\": -60, \"fallbackDb\": 3, \"crossfadeSeconds\": 100}"
            })
    void whatIsMissingUnknownOrOutOfRangeIsAsSuggested(String json) throws IOException {
        assertThat(StoredPlayback.read(json)).isEqualTo(PlaybackPreferences.DEFAULT);
    }

    @Test
    void oneBadValueSpoilsNoOther() throws IOException {
        PlaybackPreferences read =
                StoredPlayback.read("{\"matching\": \"ALBUM\", \"targetLufs\": 7}");
        assertThat(read.matching()).isEqualTo(VolumeMatching.ALBUM);
        assertThat(read.targetLufs()).isEqualTo(-18);
    }

    @Test
    void whatIsNoJsonIsAnError() {
        assertThatThrownBy(() -> StoredPlayback.read("loud")).isInstanceOf(IOException.class);
    }
}
