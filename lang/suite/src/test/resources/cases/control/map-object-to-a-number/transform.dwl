{a: 1} mapObject $
