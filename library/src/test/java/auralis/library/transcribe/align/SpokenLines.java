package auralis.library.transcribe.align;

import java.util.List;

/** Things to say. */
final class SpokenLines {
    static final List<String> ENGLISH =
            List.of(
                    "The ferry leaves the harbour at a quarter past seven.",
                    "Nobody had opened the letter that came in March.",
                    "Bring two blankets, a lamp, and something warm to drink.",
                    "It rained.",
                    "Every house on the hill has a green door and a small garden behind it.",
                    "Where did you put the keys?",
                    "My grandmother used to count the trains before she fell asleep.",
                    "The bridge was closed for repairs until the end of the month.",
                    "Yes, of course.",
                    "He measured the room twice and wrote the numbers on the wall.",
                    "There is a bakery around the corner that opens before sunrise.",
                    "Please wait.",
                    "They argued about the price of apples for almost an hour.",
                    "A quiet street is worth more than a wide one.",
                    "When the power went out, we played cards by the light of a candle.",
                    "The museum shows paintings of ships, storms and lighthouses.",
                    "I would rather walk.",
                    "Somebody is practising the trumpet on the third floor again.",
                    "The doctor asked her to breathe slowly and look at the window.",
                    "Snow covered the tracks within minutes.",
                    "Our neighbour keeps bees, and in autumn he gives us a jar of honey.",
                    "What a strange idea!",
                    "The last page of the book was missing.",
                    "On Sundays the market square belongs to the children.");

    static final List<String> OTHERS =
            List.of(
                    "Seventeen engineers examined the machinery below the surface.",
                    "Fold the paper along the dotted edge and press it flat.",
                    "Oranges, lemons, cherries and plums were piled upon the cart.",
                    "She never understood the rules of chess.",
                    "Thunder rolled over the valley while the farmers gathered hay.",
                    "Mathematics can be beautiful.");

    static final List<String> GERMAN =
            List.of(
                    "Der Zug nach Norden fährt heute von Gleis sieben.",
                    "Niemand hat den Brief geöffnet.",
                    "Im Winter stehen die Boote unter alten Planen am Ufer.",
                    "Warum nicht?",
                    "Meine Schwester wohnt seit drei Jahren über der Bäckerei.",
                    "Das Fenster zum Hof lässt sich nur mit beiden Händen schließen.",
                    "Wir warten noch.",
                    "Auf dem Tisch lagen Schlüssel, Münzen und ein zerknitterter Zettel.",
                    "Am Abend wurde es kühl, und wir gingen langsam nach Hause.",
                    "Er zählt die Schritte bis zur Brücke.");

    private SpokenLines() {}
}
