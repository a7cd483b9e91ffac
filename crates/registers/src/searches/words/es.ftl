# La búsqueda de una persona que no tiene documento.
searches-title = Buscar a una persona sin documento
searches-about = Para alguien que está ante usted y no tiene documento, o ninguno que se pueda leer. Escriba un apellido, un nombre y al menos el año de nacimiento. Se compara con las alertas sobre personas y no se guarda.
searches-watched = Se cuenta cuántas veces busca. Se bloquea a quien recorre nombres, y se avisa a quienes supervisan.
searches-act = Buscar
searches-answer = Búsqueda de una persona
searches-next = La persona siguiente
searches-link = Buscar a una persona sin documento
searches-year-alone = Usted dio solo el año de nacimiento. Un nombre y un año son de muchas personas: así casi no se encuentra a nadie a quien se busca, y una posible coincidencia vale poco. Pida la fecha completa.
searches-refused-part = Su Estado no participa en las alertas sobre personas: no hay a quién buscar.
searches-fault-surname = Escriba un apellido.
searches-fault-given = Escriba un nombre. Un apellido solo no encuentra a nadie aquí.
searches-fault-born = Un nombre solo no encuentra a nadie aquí. Escriba la fecha de nacimiento: 1987-12-03. Si no se sabe más: 1987-12, o 1987.
searches-fault-short = Escríbalo completo: al menos una palabra de { $least } letras. Una inicial no encuentra a nadie aquí.
searches-fault-character = Solo letras: ningún signo vale por otras, como * o ?.

# Lo que una búsqueda no puede hacer.
searches-stopped = Lo que usted pidió parecía un recorrido del registro. Podrá seguir dentro de { $minutes } minutos. Hasta entonces, llame a un perito en documentos de su Estado: puede dejarle seguir enseguida, en la página «Oficiales bloqueados».
searches-used-up-officer = { $span ->
    [hour] Usted ya hizo las { $most } búsquedas de personas que un oficial puede hacer en una hora. Podrá buscar de nuevo dentro de { $minutes } minutos.
   *[day] Usted ya hizo las { $most } búsquedas de personas que un oficial puede hacer en un día. Podrá buscar de nuevo dentro de { $minutes } minutos.
}
searches-used-up-post = { $span ->
    [hour] Su puesto ya hizo las { $most } búsquedas de personas que puede hacer en una hora. Podrá buscar de nuevo dentro de { $minutes } minutos.
   *[day] Su puesto ya hizo las { $most } búsquedas de personas que puede hacer en un día. Podrá buscar de nuevo dentro de { $minutes } minutos.
}
searches-used-up-state = { $span ->
    [hour] Su Estado ya hizo las { $most } búsquedas de personas que puede hacer en una hora. Podrá buscar de nuevo dentro de { $minutes } minutos.
   *[day] Su Estado ya hizo las { $most } búsquedas de personas que puede hacer en un día. Podrá buscar de nuevo dentro de { $minutes } minutos.
}

# De qué se avisa a quienes supervisan.
concern-kind-many-names = Muchos nombres en poco tiempo
concern-kind-many-names-what = Una persona buscó en diez minutos a tantas personas distintas que ningún trabajo de frontera lo explica.
concern-kind-births-of-one-name = Un nombre, muchas fechas de nacimiento
concern-kind-births-of-one-name-what = Una persona probó una fecha de nacimiento tras otra con un mismo nombre.
concern-kind-names-in-order = Nombres en orden alfabético
concern-kind-names-in-order-what = Una persona buscó a personas cuyos nombres se siguen en el alfabeto, como tomados de una lista.
concern-kind-many-references = Muchas referencias de alertas
concern-kind-many-references-what = Una persona consultó más referencias de alertas sobre personas que aquellas por las que llaman otros Estados.
concern-kind-searches-together = Varias personas, una búsqueda
concern-kind-searches-together-what = Lo que buscaron o consultaron varias personas de un Estado recorre, en conjunto, nombres, fechas de nacimiento o referencias.
