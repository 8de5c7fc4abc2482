lookup("flow", payload)
