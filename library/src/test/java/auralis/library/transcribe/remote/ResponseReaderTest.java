package auralis.library.transcribe.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static Recognition read(String json) throws IOException {
        return ResponseReader.read(json.replace('\'', '"'), 10);
    }

    private static List<String> words(Recognition heard) {
        return heard.segments().stream()
                .flatMap(segment -> segment.words().stream())
                .map(word -> word.start() + " " + word.end() + " " + word.text())
                .toList();
    }

    private static List<String> segments(Recognition heard) {
        return heard.segments().stream()
                .map(s -> s.start() + " " + s.end() + " " + s.text())
                .toList();
    }

    @Test
    void wordsGetTheirMarksBack() throws IOException {
        Recognition heard =
                read(
                        "{'language':'english','duration':8.47,'text':'x','segments':[{'id':0,'start':0.0,'end':2.0,'text':'"
                            + " “Well-known,” he said —"
                            + " 50%!'},{'id':1,'start':2.0,'end':4.0,'text':' Don’t (ever)"
                            + " stop…'}],'words':[{'word':'Well','start':0.1,'end':0.4},"
                            + "{'word':'known','start':0.4,'end':0.8},"
                            + "{'word':'he','start':0.9,'end':1.0},"
                            + "{'word':'said','start':1.0,'end':1.3},"
                            + "{'word':'50','start':1.4,'end':2.1},"
                            + "{'word':'Don’t','start':2.1,'end':2.4},"
                            + "{'word':'ever','start':2.5,'end':2.8},"
                            + "{'word':'stop','start':3.0,'end':3.9}]}");

        assertThat(words(heard))
                .containsExactly(
                        "0.1 0.4 “Well-",
                        "0.4 0.8 known,”",
                        "0.9 1.0 he",
                        "1.0 1.3 said",
                        "1.4 2.0 50%!",
                        "2.1 2.4 Don’t",
                        "2.5 2.8 (ever)",
                        "3.0 3.9 stop…");
        assertThat(heard.language()).contains("en");
    }

    @Test
    void wordsThatAreNotQuiteThoseOfTheTextStayWhereTheyAre() throws IOException {
        Recognition heard =
                read(
                        "{'segments':[{'start':0,'end':2,'text':'It costs $5, friends.'},"
                                + "{'start':3,'end':5,'text':'Really?'}],"
                                + "'words':[{'word':'It','start':0,'end':0.5},"
                                + "{'word':'costs','start':0.5,'end':1},"
                                + "{'word':'five','start':1,'end':1.2},"
                                + "{'word':'dollars','start':1.2,'end':1.6},"
                                + "{'word':'friends','start':1.6,'end':2},"
                                + "{'word':'really','start':3.5,'end':4}]}");

        assertThat(words(heard))
                .containsExactly(
                        "0.0 0.5 It",
                        "0.5 1.0 costs",
                        "1.0 1.2 five",
                        "1.2 1.6 dollars",
                        "1.6 2.0 friends.",
                        "3.5 4.0 Really?");
    }

    @Test
    void piecesOfWordsAreJoined() throws IOException {
        Recognition heard =
                read(
                        "{'language':'de','segments':[{'start':0,'end':3,'text':' Donau dampf!',"
                            + "'words':[{'word':'[_BEG_]','start':0,'end':0},{'word':'"
                            + " Don','start':0.0,'end':0.5,'t_dtw':-1,'probability':0.9},"
                            + "{'word':'au','start':0.5,'end':0.8,'t_dtw':-1,'probability':0.5},{'word':'"
                            + " dampf','start':1.0,'end':1.5,'probability':0.75},"
                            + "{'word':'!','start':1.5,'end':1.6,'probability':0.25}]}]}");

        assertThat(words(heard)).containsExactly("0.0 0.8 Donau", "1.0 1.6 dampf!");
        Word first = heard.segments().get(0).words().get(0);
        assertThat(first.probability()).hasValue(0.5);
        assertThat(first.estimated()).isFalse();
    }

    @Test
    void scriptsWithoutSpacesKeepTheirWords() throws IOException {
        Recognition heard =
                read(
                        "{'text':'你好，世界。','segments':[{'start':0,'end':2,'text':'你好，世界。'}],"
                                + "'words':[{'word':'你好','start':0,'end':1},"
                                + "{'word':'世界','start':1,'end':2}]}");

        assertThat(words(heard)).containsExactly("0.0 1.0 你好，", "1.0 2.0 世界。");
    }

    @Test
    void numbersMayBeStringsOrNanosecondsOrMissing() throws IOException {
        assertThat(
                        segments(
                                read(
                                        "{'duration':'8.5','segments':[{'start':'1','end':'2.5',"
                                                + "'text':'a'}]}")))
                .containsExactly("1.0 2.5 a");
        assertThat(
                        segments(
                                read(
                                        "{'segments':[{'start':1000000000,'end':2500000000,"
                                                + "'text':'a'}]}")))
                .containsExactly("1.0 2.5 a");
        assertThat(
                        segments(
                                read(
                                        "{'segments':[{'text':'a'},{'start':4,'text':'b'},"
                                                + "{'text':'c','end':null}]}")))
                .containsExactly("0.0 4.0 a", "4.0 10.0 b", "10.0 10.0 c");
    }

    @Test
    void timesBeyondThePieceAreCut() throws IOException {
        assertThat(
                        segments(
                                read(
                                        "{'segments':[{'start':-1,'end':5,'text':'a'},"
                                                + "{'start':8,'end':30,'text':'b'},"
                                                + "{'start':7,'end':6,'text':'c'}]}")))
                .containsExactly("0.0 5.0 a", "7.0 7.0 c", "8.0 10.0 b");
    }

    @Test
    void silenceHasNoSegments() throws IOException {
        assertThat(read("{'text':''}").segments()).isEmpty();
        assertThat(read("{'text':' ','segments':[]}").segments()).isEmpty();
        assertThat(read("{'segments':[{'start':0,'end':1,'text':'<|nospeech|>'}]}").segments())
                .isEmpty();
    }

    @Test
    void whatItsOwnAuthorsWouldNotTrustIsMarked() throws IOException {
        List<Segment> heard =
                read("{'segments':[{'start':0,'end':1,'text':'a','avg_logprob':-0.3,"
                                + "'compression_ratio':1.2},"
                                + "{'start':1,'end':2,'text':'b','avg_logprob':-1.3},"
                                + "{'start':2,'end':3,'text':'c','compression_ratio':2.9,"
                                + "'speaker':'A'}]}")
                        .segments();

        assertThat(heard.get(0).marks()).isEmpty();
        assertThat(heard.get(1).marks()).containsExactly(Mark.SUSPICIOUS);
        assertThat(heard.get(2).marks()).containsExactly(Mark.SUSPICIOUS);
        assertThat(heard.get(2).speaker()).contains("A");
    }

    @ParameterizedTest
    @CsvSource({
        "english, en",
        "German, de",
        "zh, zh",
        "mandarin, zh",
        "en-US, en",
        "haitian creole, ht",
        "Norwegian, no"
    })
    void languagesAreCodes(String told, String code) {
        assertThat(Languages.code(told)).contains(code);
    }

    @Test
    void everyLanguageOfWhisperHasACode() {
        String names =
                "english,chinese,german,spanish,russian,korean,french,japanese,portuguese,turkish,"
                        + "polish,catalan,dutch,arabic,swedish,italian,indonesian,hindi,finnish,"
                        + "vietnamese,hebrew,ukrainian,greek,malay,czech,romanian,danish,hungarian,"
                        + "tamil,norwegian,thai,urdu,croatian,bulgarian,lithuanian,latin,maori,"
                        + "malayalam,welsh,slovak,telugu,persian,latvian,bengali,serbian,"
                        + "azerbaijani,slovenian,kannada,estonian,macedonian,breton,basque,"
                        + "icelandic,armenian,nepali,mongolian,bosnian,kazakh,albanian,swahili,"
                        + "galician,marathi,punjabi,sinhala,khmer,shona,yoruba,somali,afrikaans,"
                        + "occitan,georgian,belarusian,tajik,sindhi,gujarati,amharic,yiddish,lao,"
                        + "uzbek,faroese,haitian creole,pashto,turkmen,nynorsk,maltese,sanskrit,"
                        + "luxembourgish,myanmar,tibetan,tagalog,malagasy,assamese,tatar,"
                        + "lingala,hausa,bashkir,javanese,sundanese";
        assertThat(names.split(","))
                .allSatisfy(name -> assertThat(Languages.code(name)).isPresent());
        assertThat(Languages.code("Māori")).contains("mi");
        assertThat(Languages.code("unknown")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "nonsense", "{'error':'failed to read'}", "{'text':1}"})
    void whatIsNoTranscriptIsNone(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
    }

    @Test
    void damagedAnswersAreNoSurprise() {
        String good =
                "{'language':'english','text':'a b','segments':[{'start':0,'end':2.5,'text':'a"
                    + " b','words':[{'word':'"
                    + " a','start':0,'end':1},{'word':'b','start':1,'end':2}]}"
                    + "],'words':[{'word':'a','start':0,'end':1},{'word':'b','start':1,'end':2}]}";
        Random random = new Random(5);
        for (int round = 0; round < 5000; round++) {
            StringBuilder bad = new StringBuilder(good);
            for (int i = 0; i < 3; i++) {
                int at = random.nextInt(bad.length());
                if (random.nextBoolean()) {
                    bad.setCharAt(at, (char) (' ' + random.nextInt(94)));
                } else {
                    bad.deleteCharAt(at);
                }
            }
            try {
                assertThat(read(bad.toString())).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
