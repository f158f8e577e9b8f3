package auralis.app.queue;

import auralis.app.catalogue.Row;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The list that was played from and whose turn it is there. Turns are counted from 0 in the order
 * of playing; those behind the last belong to the next round. A shuffled round is a permutation,
 * drawn once (Fisher and Yates, as in Knuth, The Art of Computer Programming 2, 3.4.2 P), so that
 * each track comes once before any comes twice.
 */
final class Context {
    private static final int NONE = -1;

    private final RandomGenerator random;
    private Listing listing = Listing.NONE;
    private int[] order; // places in the list by turn; null while not shuffled
    private int[] nextOrder; // of the next round; null until somebody looks
    private int turn = NONE; // the last that was taken

    Context(RandomGenerator random) {
        this.random = random;
    }

    Listing listing() {
        return listing;
    }

    int size() {
        return listing.rows().size();
    }

    int turn() {
        return turn;
    }

    /** Begins at a place of a list. */
    void start(Listing from, int place, boolean shuffled) {
        listing = from;
        draw(shuffled, place);
        turn = order == null ? place : 0;
    }

    /** Goes on as it was left. */
    void resume(Listing left, int[] leftOrder, int leftTurn) {
        listing = left;
        order = leftOrder;
        nextOrder = null;
        turn = leftTurn;
    }

    /**
     * Draws an order, or goes back to that of the list.
     *
     * @param place of the track that counts as taken, or -1 for the last that was
     */
    void shuffle(boolean shuffled, int place) {
        int taken = place == NONE && turn != NONE ? place(turn) : place;
        draw(shuffled, taken);
        turn = order == null || taken == NONE ? taken : 0;
    }

    /** Where in the list the track of a turn stands. */
    int place(int ofTurn) {
        int count = size();
        if (order == null) {
            return ofTurn % count;
        }
        return ofTurn < count ? order[ofTurn] : nextOrder()[ofTurn - count];
    }

    Row row(int ofTurn) {
        return listing.rows().get(place(ofTurn));
    }

    /** Goes over to a turn of this round or the next. */
    void take(int newTurn) {
        int count = size();
        if (newTurn >= count) {
            order = order == null ? null : nextOrder();
            nextOrder = null;
        }
        turn = newTurn % count;
    }

    /** Has a later turn of this round come next; of a list in its order, the ones before fall. */
    void hasten(int later) {
        if (order == null) {
            turn = later - 1;
        } else {
            int place = order[later];
            System.arraycopy(order, turn + 1, order, turn + 2, later - turn - 1);
            order[turn + 1] = place;
        }
    }

    /** Has the track of a place come next, and what follows it after that. */
    void giveBack(int place) {
        turn = turnOf(place) - 1;
    }

    private int turnOf(int place) {
        int found = place;
        for (int i = 0; order != null && i < order.length; i++) {
            found = order[i] == place ? i : found;
        }
        return found;
    }

    private void draw(boolean shuffled, int first) {
        order = null;
        nextOrder = null;
        if (shuffled) {
            order = permutation();
            if (first != NONE) {
                swap(order, 0, turnOf(first));
            }
        }
    }

    /** Does not begin with the track that this round ends with. */
    private int[] nextOrder() {
        if (nextOrder == null) {
            nextOrder = permutation();
            if (size() > 1 && nextOrder[0] == order[size() - 1]) {
                swap(nextOrder, 0, random.nextInt(1, size()));
            }
        }
        return nextOrder;
    }

    private int[] permutation() {
        int[] places = new int[size()];
        Arrays.setAll(places, i -> i);
        for (int i = places.length - 1; i > 0; i--) {
            swap(places, i, random.nextInt(i + 1));
        }
        return places;
    }

    private static void swap(int[] places, int i, int j) {
        int place = places[i];
        places[i] = places[j];
        places[j] = place;
    }
}
