<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>service_area</Name>
    <UserStyle>
      <Name>service_area</Name>
      <Title>避难服务范围</Title>
      <Abstract>Within reach of a shelter</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>service</Name>
          <Title>避难服务范围</Title>
          <Abstract>Within reach of a shelter</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#4FA36A</CssParameter>
              <CssParameter name="fill-opacity">0.18</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#2F7A49</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
              <CssParameter name="stroke-dasharray">6 3</CssParameter>
              <CssParameter name="stroke-opacity">0.80</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
