[a match /b/, a match(/c/), a update "b" with 1]
