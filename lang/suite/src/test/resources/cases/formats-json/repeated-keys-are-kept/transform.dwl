payload ++ {first: payload.a, all: payload.*a}
