"Dear $name, $(if (x) "yes $(y)" else "no") \$5"
