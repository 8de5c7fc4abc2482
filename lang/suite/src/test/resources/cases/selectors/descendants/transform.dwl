{names: payload..name, all: payload..*name, ids: payload.items..id}
