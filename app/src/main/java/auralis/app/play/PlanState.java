package auralis.app.play;

/** How far the mastering plan of the open track is. */
public enum PlanState {
    /** There is no mastered side. */
    NONE,
    /** A plan is being made; what was heard of an earlier one goes on until it is there. */
    PREPARING,
    /** The mastered side follows a preliminary plan. */
    PROVISIONAL,
    /** The mastered side is what an export would be. */
    EXACT,
    /** There is no mastered side, for a reason that is told. */
    FAILED
}
