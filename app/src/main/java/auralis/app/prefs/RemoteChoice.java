package auralis.app.prefs;

import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import auralis.library.transcribe.remote.Endpoint;
import auralis.library.transcribe.remote.EndpointSettings;
import auralis.library.transcribe.remote.EndpointStore;
import auralis.library.transcribe.remote.RemoteServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The server for transcription that the user chose, and what it says. It is kept at once; nothing
 * is asked of it but on request. FX thread only.
 */
public final class RemoteChoice {
    private final EndpointStore store;

    /** One after the other, so that what is asked of the server finds what was entered before. */
    private final ExecutorService lane = Workers.named("remote-choice", 1);

    private final ReadOnlyObjectWrapper<EndpointSettings> kept =
            new ReadOnlyObjectWrapper<>(EndpointSettings.NONE);
    private final ReadOnlyObjectWrapper<Message> message =
            new ReadOnlyObjectWrapper<>(Message.NONE);
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private FxTask<?> question;

    /** A sentence for the user, empty for none. */
    record Message(String sentence, boolean failed) {
        static final Message NONE = new Message("", false);
    }

    private record Found(EndpointSettings kept, boolean offered) {}

    private interface Deed {
        void run() throws IOException;
    }

    public RemoteChoice(EndpointStore store) {
        this.store = store;
    }

    /** Whether the remote engine may be offered: the user agreed, and there is a server. */
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EndpointSettings> kept() {
        return kept.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Message> message() {
        return message.getReadOnlyProperty();
    }

    /** Whether the server is being asked something. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Those that the server named. */
    ObservableList<String> models() {
        return models;
    }

    boolean isNamedByEnvironment() {
        return store.isNamedByEnvironment();
    }

    /** Name of the server that is entered. */
    Optional<String> host() {
        return base().map(base -> base.getAuthority());
    }

    /** Whether others could read the key on its way there. */
    boolean isReadableOnTheWay() {
        return base().filter(Endpoint::isReadableOnTheWay).isPresent();
    }

    /** Whether the key that is kept is for the server that is entered. */
    boolean isKeyKept() {
        return kept.get().showsKeyTo(kept.get().url());
    }

    private Optional<URI> base() {
        try {
            return Optional.of(Endpoint.base(kept.get().url()));
        } catch (IOException e) {
            // None is entered yet.
            return Optional.empty();
        }
    }

    /** Looks anew at what is kept. */
    public void refresh() {
        keep(() -> {});
    }

    void change(UnaryOperator<EndpointSettings> change) {
        keep(() -> store.keep(change.apply(store.kept())));
    }

    void enterKey(String key) {
        keep(() -> store.keepKey(key));
    }

    void removeKey() {
        keep(store::removeKey);
    }

    private void keep(Deed deed) {
        withdraw();
        new FxTask<>(
                        progress -> {
                            deed.run();
                            return new Found(store.kept(), store.isOffered());
                        })
                .onResult(this::show)
                .onFailure(this::fail)
                .start(lane);
    }

    private void show(Found found) {
        kept.set(found.kept());
        offered.set(found.offered());
    }

    /** Fills the list of models. */
    void loadModels() {
        ask(
                (server, progress) -> server.models(progress),
                names -> {
                    models.setAll(names);
                    tell(Texts.text("prefs.remote.models.found", names.size()));
                });
    }

    /** Sends a moment of silence and says what came of it. */
    void tryOut() {
        ask(
                (server, progress) -> server.tryOut(progress),
                took -> tell(Texts.text("prefs.remote.works", server(), seconds(took))));
    }

    private String server() {
        return host().orElse("");
    }

    private static double seconds(Duration took) {
        return Math.max(0.1, Math.round(took.toMillis() / 100.0) / 10.0);
    }

    private interface Question<T> {
        T ask(RemoteServer server, Progress progress) throws IOException, InterruptedException;
    }

    private <T> void ask(Question<T> what, Consumer<T> onAnswer) {
        withdraw();
        message.set(Message.NONE);
        busy.set(true);
        question =
                new FxTask<>(progress -> what.ask(new RemoteServer(store.entered()), progress))
                        .onResult(
                                answer -> {
                                    busy.set(false);
                                    onAnswer.accept(answer);
                                })
                        .onFailure(this::fail)
                        .start(lane);
    }

    private void withdraw() {
        if (question != null) {
            question.cancel();
            question = null;
        }
        busy.set(false);
    }

    private void tell(String sentence) {
        message.set(new Message(sentence, false));
    }

    private void fail(Exception failure) {
        busy.set(false);
        message.set(new Message(String.valueOf(failure.getMessage()), true));
    }

    public void close() {
        withdraw();
        lane.shutdownNow();
    }
}
