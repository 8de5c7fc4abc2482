
Mariano
Ana