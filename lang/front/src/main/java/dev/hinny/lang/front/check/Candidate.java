package dev.hinny.lang.front.check;

/**
 * A way to call that may be taken.
 *
 * @param places the parameter that each argument is for
 */
record Candidate(Overload overload, int[] places, Generics generics) {
    Type parameter(int argument) {
        return places[argument] < overload.parameters().size()
                ? overload.parameters().get(places[argument]).type()
                : Type.ANY;
    }
}
