{b: "hi" as Binary}
