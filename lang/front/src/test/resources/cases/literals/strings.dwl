["a\n\t\"\$\u0041\\", 'it\'s "so"', `tick \`mark\``, "", "two
lines"]
