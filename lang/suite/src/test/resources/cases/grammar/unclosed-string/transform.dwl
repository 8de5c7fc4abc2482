{a: "text}
