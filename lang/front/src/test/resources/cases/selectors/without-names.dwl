[a.@, a.#, a.^, a.., a.@ ++ b, a.. filter $ > 1]
