package auralis.library.transcribe.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointStoreTest {
    private static final String KEY = "sk-secret-0123456789";
    private static final EndpointSettings ENTERED =
            EndpointSettings.NONE
                    .withUrl("https://server.example/v1/")
                    .withModel("large-v3")
                    .withPath("/inference")
                    .withAtOnce(2)
                    .withConsent(true);

    @TempDir Path folder;

    private EndpointStore store(String... environment) {
        return new EndpointStore(
                folder.resolve("data"),
                environment.length == 0
                        ? Map.of()
                        : environment.length == 2
                                ? Map.of(environment[0], environment[1])
                                : Map.of(
                                        environment[0],
                                        environment[1],
                                        environment[2],
                                        environment[3]));
    }

    @Test
    void nothingEnteredIsNoServerAndASentence() throws IOException {
        assertThat(store().endpoint()).isEmpty();
        assertThat(store().isOffered()).isFalse();
        assertThatThrownBy(() -> store().require())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("preferences")
                .hasMessageContaining("AURALIS_REMOTE_URL")
                .hasMessageContaining("AURALIS_REMOTE_KEY");
    }

    @Test
    void whatIsEnteredIsKept() throws IOException {
        store().keep(ENTERED);
        store().keepKey(" " + KEY + "\n");

        Endpoint endpoint = store().require();

        assertThat(endpoint.base()).isEqualTo(URI.create("https://server.example/v1"));
        assertThat(endpoint.transcriptions())
                .isEqualTo(URI.create("https://server.example/inference"));
        assertThat(endpoint.models()).isEqualTo(URI.create("https://server.example/v1/models"));
        assertThat(endpoint.key()).contains(KEY);
        assertThat(endpoint.model()).contains("large-v3");
        assertThat(endpoint.atOnce()).isEqualTo(2);
        assertThat(store().isOffered()).isTrue();
    }

    @Test
    void withoutConsentThereIsNoServer() throws IOException {
        store().keep(ENTERED.withConsent(false));

        assertThat(store().endpoint()).isEmpty();
        assertThat(store().isOffered()).isFalse();
        assertThatThrownBy(() -> store().require()).hasMessageContaining("switched off");
        assertThat(store().entered().host()).isEqualTo("server.example");
    }

    @Test
    void nobodyElseCanReadTheFile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        store().keep(ENTERED);
        Path file = folder.resolve("data/remote.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        store().keepKey(KEY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aKeyIsForItsServerOnly() throws IOException {
        store().keep(ENTERED);
        store().keepKey(KEY);

        store().keep(store().kept().withUrl("https://other.example/v1"));
        assertThat(store().require().key()).isEmpty();
        store().keep(store().kept().withUrl("http://server.example/v1"));
        assertThat(store().require().key()).isEmpty();
        store().keep(store().kept().withUrl("https://server.example:443/v2"));
        assertThat(store().require().key()).contains(KEY);

        store().removeKey();
        assertThat(store().require().key()).isEmpty();
        assertThat(Files.readString(folder.resolve("data/remote.json"))).doesNotContain(KEY);
    }

    @Test
    void keepingTheRestNeitherLosesNorChangesTheKey() throws IOException {
        store().keep(ENTERED);
        store().keepKey(KEY);

        store().keep(EndpointSettings.NONE.withUrl("https://server.example/v1").withConsent(true));

        assertThat(store().require().key()).contains(KEY);
    }

    @Test
    void theEnvironmentGoesBefore() throws IOException {
        store().keep(ENTERED);
        store().keepKey(KEY);

        Endpoint other = store("AURALIS_REMOTE_URL", "http://127.0.0.1:9/v1").require();
        assertThat(other.base()).isEqualTo(URI.create("http://127.0.0.1:9/v1"));
        assertThat(other.key()).as("of another server").isEmpty();
        assertThat(other.model()).isEmpty();
        assertThat(other.transcriptions())
                .isEqualTo(URI.create("http://127.0.0.1:9/v1/audio/transcriptions"));

        assertThat(store("AURALIS_REMOTE_URL", "https://server.example/v1").require().key())
                .as("of the same server")
                .contains(KEY);
        assertThat(store("AURALIS_REMOTE_KEY", "other").require().key()).contains("other");
        assertThat(
                        store("AURALIS_REMOTE_URL", "http://x.example", "AURALIS_REMOTE_KEY", "k")
                                .require()
                                .key())
                .contains("k");
    }

    @Test
    void theEnvironmentIsConsentForCommandsButNotForTheWindow() throws IOException {
        EndpointStore named = store("AURALIS_REMOTE_URL", "http://127.0.0.1:9/v1");

        assertThat(named.endpoint()).isPresent();
        assertThat(named.isOffered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "server",
                "ftp://x/v1",
                "https://",
                "https://me:secret@host/v1",
                "https://host/v1?key=secret",
                "http://a b/v1",
                "file:///etc/passwd"
            })
    void whatIsNoAddressIsASentence(String address) {
        assertThatThrownBy(() -> Endpoint.base(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("https://server.example/v1")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Host.example/v1/, https://host.example/v1",
        "http://[::1]:8000/v1, http://[::1]:8000/v1",
        "https://host/v1/audio/transcriptions, https://host/v1",
        "http://localhost:8080, http://localhost:8080"
    })
    void addressesAreTakenAsPeopleWriteThem(String address, URI base) throws IOException {
        assertThat(Endpoint.base(address)).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/v1, false", "http://host/v1, true", "http://localhost:1/v1, false",
        "http://127.0.0.1/v1, false", "http://[::1]/v1, false", "http://127.evil.example, true"
    })
    void whatCanBeReadOnItsWayIsKnown(String address, boolean readable) throws IOException {
        assertThat(Endpoint.isReadableOnTheWay(Endpoint.base(address))).isEqualTo(readable);
    }

    @Test
    void aPathStaysAtTheServer() throws IOException {
        store().keep(ENTERED);
        assertThatThrownBy(() -> store().keep(ENTERED.withPath("//elsewhere.example/x")))
                .hasMessageContaining("not a path");
        assertThatThrownBy(() -> store().keep(ENTERED.withUrl("nowhere")))
                .hasMessageContaining("https://server.example/v1");
        assertThat(store().kept()).isEqualTo(ENTERED);

        store().keep(ENTERED.withPath("transcribe"));
        assertThat(store().require().transcriptions())
                .isEqualTo(URI.create("https://server.example/v1/transcribe"));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() throws IOException {
        store().keep(ENTERED);
        assertThatThrownBy(() -> store().keepKey("two words")).hasMessageNotContaining("two words");
        assertThatThrownBy(() -> store("AURALIS_REMOTE_KEY", "a\nsecret").require())
                .hasMessageContaining("AURALIS_REMOTE_KEY")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDamagedFileIsASentenceThatDoesNotRepeatIt() throws IOException {
        store().keep(ENTERED);
        Files.writeString(folder.resolve("data/remote.json"), "{\"key\":\"" + KEY + "\",");

        assertThatThrownBy(() -> store().require())
                .hasMessageContaining("remote.json")
                .hasMessageEndingWith("preferences.")
                .hasMessageNotContaining(KEY)
                .hasNoCause();
    }

    @Test
    void workAtOneServerSharesItsRate() throws IOException {
        EndpointStore store = store("AURALIS_REMOTE_URL", "http://127.0.0.1:9/v1");

        try (RemoteRecogniser one = store.recogniser("", Optional.empty(), 5, 2000);
                RemoteRecogniser other = store.recogniser("m", Optional.of("de"), 2, 0)) {
            assertThat(one.sharesRateWith(other)).isTrue();
            assertThat(one.model()).contains("whisper-1");
            assertThat(other.model()).contains("m");
            assertThat(other.atOnce()).isEqualTo(2);
        }
    }
}
