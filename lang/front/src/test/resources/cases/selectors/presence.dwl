[a.b?, a.@c?, a["d"]?, a.e!, a.f!.g, a.h != 1, not a.i?]
